import { execFile } from 'node:child_process'
import { access, constants, mkdir, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './server-process.ts'

const execute = promisify(execFile)

/** A Chromium to test with, and what its process needs in the environment. */
export interface BrowserProgram {
  executablePath: string
  environment: Record<string, string>
}

const isProgram = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

const installed = async (): Promise<string | undefined> => {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const places = (process.env['PATH'] ?? '').split(delimiter).flatMap((place) => names.map((name) => join(place, name)))
  const usual = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  for (const file of [process.env['CHROME_PATH'] ?? '', ...places, usual])
    if (file && (await isProgram(file))) return file
  return undefined
}

/** Shared libraries that the machine lacks; it ships with a set of its own for machines that have none. */
const lacksLibraries = async (program: string) =>
  (await execute('ldd', [program]).catch(() => ({ stdout: '' }))).stdout.includes('not found')

/** Unpacks the Chromium of @sparticuz/chromium beside the packages, once; it would unpack to the temp directory. */
const fromPackage = async (): Promise<BrowserProgram> => {
  const directory = join(root, 'node_modules/.cache/chromium')
  const temporary = process.env['TMPDIR']
  await mkdir(directory, { recursive: true })
  process.env['TMPDIR'] = directory
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    const executablePath = await chromium.executablePath()
    const environment: Record<string, string> = {}
    if (await lacksLibraries(executablePath)) {
      await inflate(join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
      environment['LD_LIBRARY_PATH'] = join(directory, 'al2023/lib')
    }
    if (
      !(await access('/etc/fonts').then(
        () => true,
        () => false,
      ))
    )
      environment['FONTCONFIG_PATH'] = join(directory, 'fonts')
    return { executablePath, environment }
  } catch (error) {
    await rm(directory, { recursive: true, force: true }) // what is half unpacked would be taken for whole
    throw error
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
}

/** The Chromium or Chrome of this machine (CHROME_PATH names one), or else the one that comes with the packages. */
export const findBrowser = async (): Promise<BrowserProgram> => {
  const executablePath = await installed()
  return executablePath ? { executablePath, environment: {} } : fromPackage()
}
