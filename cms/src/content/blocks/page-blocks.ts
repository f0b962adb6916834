import type { Block } from 'payload'
import { CallToActionBlock } from './call-to-action.ts'
import { ContactCardBlock } from './contact-card.ts'
import { FactBoxBlock } from './fact-box.ts'
import { FigureBlock } from './figure.ts'
import { HeroBlock } from './hero.ts'
import { MemberListBlock } from './member-list.ts'
import { NewsListBlock } from './news-list.ts'
import { QuestionsBlock } from './questions.ts'
import { QuoteBlock } from './quote.ts'
import { SignupFormBlock } from './signup-form.ts'
import { TermBlock } from './term.ts'
import { TextBlock } from './text.ts'

/** Every block a page may hold, those most used first. Each has its schema in `shared/content/blocks.ts`. */
export const pageBlocks: Block[] = [
  TextBlock,
  FigureBlock,
  QuoteBlock,
  FactBoxBlock,
  CallToActionBlock,
  ContactCardBlock,
  QuestionsBlock,
  TermBlock,
  NewsListBlock,
  MemberListBlock,
  SignupFormBlock,
  HeroBlock,
]
