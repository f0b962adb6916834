import * as migration1 from './20261122_122339_first.ts'
import * as migration2 from './20261122_162350_publishing.ts'
import * as migration3 from './20261122_183209_look_ups_by_document.ts'
import * as migration4 from './20261122_200831_membership.ts'
import * as migration5 from './20261122_225114_languages_events_and_looks.ts'
import * as migration6 from './20261123_020204_picture_widths.ts'
import * as migration7 from './20261123_050705_picture_tone.ts'

/** The history of the SQLite schema, oldest first. Never edit one that has been released. */
export const migrations = [
  { name: '20261122_122339_first', up: migration1.up, down: migration1.down },
  { name: '20261122_162350_publishing', up: migration2.up, down: migration2.down },
  { name: '20261122_183209_look_ups_by_document', up: migration3.up, down: migration3.down },
  { name: '20261122_200831_membership', up: migration4.up, down: migration4.down },
  { name: '20261122_225114_languages_events_and_looks', up: migration5.up, down: migration5.down },
  { name: '20261123_020204_picture_widths', up: migration6.up, down: migration6.down },
  { name: '20261123_050705_picture_tone', up: migration7.up, down: migration7.down },
]
