'use client'

import { PublishingSchedule } from './PublishingSchedule.tsx'
import { PublishingState } from './PublishingState.tsx'

/** In a document's sidebar: what visitors see of it now, and what is planned. */
export const PublishingSidebar = () => (
  <>
    <PublishingState />
    <PublishingSchedule />
  </>
)
