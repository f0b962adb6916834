// Installs the packages of package-lock.json when they are missing or were made from another one; otherwise it does
// nothing and takes a few milliseconds. Plain JavaScript, because it runs on the machine's own Node (18 or later); the
// Node 24 that everything else needs is one of the packages.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const inRoot = (...parts) => join(root, ...parts)
const mark = inRoot('node_modules', '.klusterwebb-lock')
const lockfile = readFileSync(inRoot('package-lock.json'))
const hash = createHash('sha256').update(lockfile).digest('hex')

const isMarked = () => existsSync(mark) && readFileSync(mark, 'utf8') === hash

/** Did somebody run `npm ci` by hand? Then npm's own record names the same versions, and nothing needs doing. */
const isInstalledByHand = () => {
  const record = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(record) || !existsSync(inRoot('node_modules', '.bin', 'node'))) return false
  const { packages: installed } = JSON.parse(readFileSync(record, 'utf8'))
  const { packages: wanted } = JSON.parse(lockfile.toString())
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') || link || (installed[path] ? installed[path].version === version : optional),
  )
}

/** Runs `npm ci`, says every ten seconds that it goes on, and shows what npm said only when it fails. */
const install = () =>
  new Promise((resolve) => {
    const started = Date.now()
    const seconds = () => Math.round((Date.now() - started) / 1000)
    console.log('Installing the packages that package-lock.json names. The first time this takes a minute or two …')
    const npm = spawn('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let said = ''
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (data) => (said += data))
    const progress = setInterval(() => console.log(`  still installing, ${seconds()} s`), 10_000)
    npm.on('error', (error) => (said += error.message))
    npm.on('close', (code) => {
      clearInterval(progress)
      if (code === 0) console.log(`Installed in ${seconds()} s.`)
      else
        console.error(
          `${said.trim()}\nThe packages could not be installed, so nothing was started. ` +
            'Check that this machine reaches its npm registry and that the disk is not full, then try again.',
        )
      resolve(code ?? 1)
    })
  })

if (!isMarked()) {
  const code = isInstalledByHand() ? 0 : await install()
  if (code !== 0) process.exit(code)
  writeFileSync(mark, hash)
}
