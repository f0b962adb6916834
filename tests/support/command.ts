import { startProcess, type ServerProcess } from './server-process.ts'
import { settingsOf } from './settings.ts'
import type { Web } from './start-web.ts'

const settingsOn = ({ url, cms }: Web): NodeJS.ProcessEnv =>
  settingsOf({
    PORT: new URL(url).port,
    SITE_URL: url,
    CMS_URL: cms.url,
    DATA_DIR: cms.store.dataDirectory,
    ASTRO_TELEMETRY_DISABLED: '1',
  })

/** Starts a program of the project with the settings that a web was started with. */
export const startCommand = (web: Web, file: string, ...options: string[]): ServerProcess =>
  startProcess(file, settingsOn(web), options)

/** The same, and waits for its end. */
export const runCommand = async (
  web: Web,
  file: string,
  ...options: string[]
): Promise<{ code: number | null; said: string }> => {
  const command = startCommand(web, file, ...options)
  return { code: await command.ended, said: command.output() }
}
