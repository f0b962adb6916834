import { expect, test } from 'vitest'
import { translateTo } from '../translations/translate.ts'
import { answersInWords } from './answers-in-words.ts'
import type { Asked } from './asked.ts'
import type { SignupAnswers } from './signup.ts'

const asked: Asked = {
  form: 'Ansökan om medlemskap',
  language: 'sv',
  items: [
    { blockType: 'step', heading: 'Om er' },
    { blockType: 'field', name: 'organisationNumber', label: 'Organisationsnummer' },
    { blockType: 'field', name: 'postalCode', label: 'Postnummer' },
    { blockType: 'field', name: 'turnover', label: 'Omsättning' },
    { blockType: 'field', name: 'plan', label: 'Medlemskap' },
    { blockType: 'field', name: 'contacts', label: 'Fler personer' },
    { blockType: 'field', name: 'message', label: 'Meddelande' },
    { blockType: 'step', heading: 'Mer' },
    {
      blockType: 'question',
      key: 'fairs',
      type: 'several',
      label: 'Mässor?',
      options: [
        { value: 'a', label: 'Elmia' },
        { value: 'b', label: 'Nordbygg' },
      ],
    },
    { blockType: 'question', key: 'exports', type: 'yesNo', label: 'Exporterar ni?', options: [] },
    { blockType: 'question', key: 'share', type: 'number', label: 'Andel?', options: [] },
  ],
  plan: { slug: 'medium', name: 'Mellanstor' },
  consents: [{ name: 'listing', text: 'Visa oss gärna.', hash: 'x', required: false }],
}
const answers: SignupAnswers = {
  organisationNumber: '5560269986',
  organisationName: 'Exempel AB',
  postalCode: '98499',
  turnover: 12000000,
  plan: 'medium',
  contactName: 'Åsa',
  contactEmail: 'asa@example.com',
  contacts: [
    { contactName: 'Bo Ek', contactEmail: 'bo@example.com' },
    { contactName: 'Eva', contactRole: 'vd', contactEmail: 'eva@example.com', contactPhone: '+46701740605' },
  ],
  questions: { fairs: ['a', 'b'], exports: false, share: 2.5 },
  consents: { listing: true },
}

test('answers are said in the words in which they were asked', () => {
  const said = answersInWords(asked, answers, 'sv', translateTo('sv'))
  expect(said.map(({ step, label, answer }) => [step, label, answer.replace(/\s/g, ' ')])).toEqual([
    ['Om er', 'Organisationsnummer', '556026-9986 (aktiebolag)'],
    ['Om er', 'Postnummer', '984 99'],
    ['Om er', 'Omsättning', '12 000 000'],
    ['Om er', 'Medlemskap', 'Mellanstor'],
    ['Om er', 'Fler personer', 'Bo Ek, bo@example.com Eva, vd, eva@example.com, +46701740605'],
    ['Mer', 'Mässor?', 'Elmia Nordbygg'],
    ['Mer', 'Exporterar ni?', 'Nej'],
    ['Mer', 'Andel?', '2,5'],
    [null, 'Visa oss gärna.', 'Ja'],
  ])
})

test('figures, yes and no are said in the language of who reads', () => {
  const said = answersInWords(asked, { ...answers, country: 'DK', postalCode: '2100' }, 'en', translateTo('en'))
  expect(said.map(({ answer }) => answer)).toEqual(expect.arrayContaining(['12,000,000', 'No', '2.5', 'Yes', '2100']))
})
