import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  SubscriptFeature,
  SuperscriptFeature,
  TextStateFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { foreignLanguageNames, foreignLanguages } from 'shared/content/foreign-language'
import { linkableCollections } from 'shared/content/link'
import { refuseMissingOrUnsafeAddress } from './fields/address.ts'

/** Words in another language can be marked as such. Each language is offered by the name it gives itself. */
const markedLanguages = Object.fromEntries(
  foreignLanguages.map((language) => [
    language,
    { label: foreignLanguageNames[language], css: { 'border-bottom': '2px dotted currentcolor' } },
  ]),
)

/**
 * The editor of all running text. It offers what `shared/content/rich-text.ts` knows and the site can show, and no
 * underlining, which readers take for a link. Headings start at level two: level one is the page's title.
 */
export const textEditor = lexicalEditor({
  features: [
    FixedToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    TextStateFeature({ state: { lang: markedLanguages } }),
    LinkFeature({
      enabledCollections: [...linkableCollections],
      // Payload's own hook escapes addresses it does not know, whereupon they lead nowhere; ours are refused instead.
      fields: ({ defaultFields }) =>
        defaultFields.map((field) =>
          field.type === 'text' && field.name === 'url' && !field.hasMany
            ? { ...field, hooks: {}, validate: refuseMissingOrUnsafeAddress }
            : field,
        ),
    }),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
  ],
})
