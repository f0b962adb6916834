import { about, howWeWork, statutes } from './pages/about.ts'
import { accessibility } from './pages/accessibility.ts'
import { clusterModel } from './pages/cluster-model.ts'
import { contact } from './pages/contact.ts'
import { glossaryPage } from './pages/glossary-page.ts'
import { members } from './pages/members.ts'
import { membership } from './pages/membership.ts'
import { newsPage } from './pages/news-page.ts'
import { privacy } from './pages/privacy.ts'
import { start } from './pages/start.ts'
import { whatIsACluster } from './pages/what-is-a-cluster.ts'
import type { ExampleDocument } from './texts.ts'

/** Every page of the example; a parent stands before its children. */
export const pages: ExampleDocument[] = [
  start,
  whatIsACluster,
  clusterModel,
  glossaryPage,
  members,
  newsPage,
  about,
  howWeWork,
  statutes,
  membership,
  contact,
  privacy,
  accessibility,
]
