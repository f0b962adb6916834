import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { makeLive } from '../../site/src/publishing/make-live.ts'
import { contentsDirectory } from '../../site/src/publishing/release.ts'
import { type HandMadeFile, writeHandMadeRelease } from '../../tests/support/hand-made-release.ts'
import { ensureBuilt } from '../build.ts'
import type { Figure } from './figure.ts'
import { freePort, inTemporaryDirectory, ownSettings, repository, startProcess, untilAnswered } from './web.ts'

const connections = 50
const secondsPerRound = 10
const rounds = 2
const goal = 0.5
const pages = 10_000
const bigFileBytes = 5_000_000
const bigFileReaders = 20
const mostMegabytes = 150
const asBrowsersDo = 'gzip, deflate, br, zstd'
const page = '/sv/sida-1/'

const syllables = [
  'klus',
  'ter',
  'före',
  'tag',
  'med',
  'lem',
  'vat',
  'ten',
  'ener',
  'gi',
  'forsk',
  'ning',
  're',
  'gion',
]

/** A page as heavy as the example's start page: some 30 kB of HTML, 4 kB over the wire. No two are the same. */
const pageText = (number: number): string => {
  let state = number
  const next = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most
  const word = () => Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)]).join('')
  const markup = '<p class="text">Bli medlem i klustret och möt de andra företagen i regionen. '.repeat(2)
  const paragraph = () => `${markup}${Array.from({ length: 15 }, word).join(' ')}.</p>`
  const paragraphs = Array.from({ length: 110 }, paragraph)
  return `<!doctype html><html lang="sv"><head><title>Sida ${number}</title></head><body>${paragraphs.join('\n')}</body></html>`
}

const csp = "default-src 'none'; img-src 'self' data:; font-src 'self'; style-src 'self'; form-action 'self'"

/** Lays out a release and gives the place of the measured page, whose compressed twins lie beside it. */
const layOutRelease = async (dataDir: string): Promise<string> => {
  const files: Record<string, HandMadeFile> = {
    '/media/film.webp': { content: Buffer.alloc(bigFileBytes, 7), type: 'image/webp' },
  }
  for (let number = 1; number <= pages; number += 1) {
    files[`/sv/sida-${number}/`] = {
      content: pageText(number),
      type: 'text/html; charset=utf-8',
      kind: 'page',
      headers: { 'content-security-policy': csp },
    }
  }
  const release = await writeHandMadeRelease(dataDir, '20261122-120322-aaaa', files)
  await makeLive(dataDir, release.id)
  const measured = release.files[page]
  if (!measured || !('hash' in measured)) throw new Error('The page to measure is not in the release.')
  return join(contentsDirectory(dataDir), measured.hash)
}

/** nginx as it serves a static site best: one worker, files compressed beforehand, no log. */
const startNginx = async (directory: string, content: string) => {
  const port = await freePort()
  const folder = join(directory, 'www', page)
  await mkdir(folder, { recursive: true })
  await mkdir(join(directory, 'nginx'))
  for (const ending of ['', '.gz', '.br']) await copyFile(content + ending, join(folder, `index.html${ending}`))
  const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'
  const hasBrotli = existsSync(brotli)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const configuration = join(directory, 'nginx.conf')
  await writeFile(
    configuration,
    `${hasBrotli ? `load_module ${brotli};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${directory}/nginx/pid; error_log ${directory}/nginx/errors;
events { worker_connections 1024; }
http {
  types { text/html html; }
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  gzip_static on; gzip_vary on; ${hasBrotli ? 'brotli_static on;' : ''}
  ${temporary.map((name) => `${name}_temp_path ${directory}/nginx/${name};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${directory}/www; }
}
`,
  )
  const running = startProcess(['nginx', '-c', configuration, '-e', `${directory}/nginx/errors`], directory, {})
  const site = `http://127.0.0.1:${port}`
  await untilAnswered(site + page)
  return { site, ...running }
}

const perSecond = async (address: string): Promise<number> => {
  const result = await autocannon({
    url: address,
    connections,
    duration: secondsPerRound,
    headers: { 'accept-encoding': asBrowsersDo },
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${address}: ${result.non2xx} answers were not 200 and ${result.errors} failed.`)
  }
  return result['2xx'] / result.duration
}

const residentMegabytes = async (pid: number): Promise<number> =>
  Number(/^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Reads an address to its end and gives the number of bytes. */
const bytesOf = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(address, { headers: { 'accept-encoding': asBrowsersDo } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.once('end', () => resolve(answer.statusCode === 200 ? bytes : 0))
      answer.once('error', reject)
    })
      .once('error', reject)
      .end()
  })

const readEveryPage = async (site: string): Promise<void> => {
  let next = 1
  const reader = async () => {
    for (let number = next++; number <= pages; number = next++) {
      if ((await bytesOf(`${site}/sv/sida-${number}/`)) === 0) throw new Error(`Page ${number} was not answered.`)
    }
  }
  await Promise.all(Array.from({ length: 10 }, reader))
}

/** The most that the front holds while `use` lasts. */
const peakMegabytes = async (pid: number, use: () => Promise<unknown>): Promise<number> => {
  let peak = 0
  const looking = setInterval(() => void residentMegabytes(pid).then((now) => (peak = Math.max(peak, now))), 50)
  await use().finally(() => clearInterval(looking))
  return Math.max(peak, await residentMegabytes(pid))
}

const compareWithNginx = async (directory: string, content: string, site: string): Promise<Figure[]> => {
  if (spawnSync('nginx', ['-v']).error) {
    console.log('NOT RUN: the comparison with nginx, because there is no nginx on the PATH.')
    return []
  }
  const nginx = await startNginx(directory, content)
  try {
    const [ours, other]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await perSecond(site + page))
      other.push(await perSecond(nginx.site + page))
    }
    const [own, theirs] = [ours, other].map((all) => all.reduce((sum, each) => sum + each, 0) / all.length)
    const ratio = (own ?? 0) / (theirs ?? Number.NaN)
    return [
      {
        name: `one page, ${connections} connections, one process each`,
        unit: 'per s',
        ours: own ?? 0,
        other: theirs ?? 0,
        otherName: 'nginx',
        ratio,
        goal: `≥ ${goal} × nginx`,
        met: ratio >= goal,
      },
    ]
  } finally {
    await nginx.stop()
  }
}

const memoryBelow = (name: string, ours: number): Figure => ({
  name,
  unit: 'MB',
  ours,
  goal: `≤ ${mostMegabytes} MB`,
  met: ours <= mostMegabytes,
})

/** Requests per second beside nginx, and the front's memory on a site of ten thousand pages. There is no CMS. */
export const measure = (): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    await ensureBuilt(['renderer'])
    const settings = await ownSettings(join(directory, 'data'))
    const content = await layOutRelease(settings['DATA_DIR'] ?? '')
    const front = startProcess(
      [process.execPath, '--max-semi-space-size=2', 'site/src/server.ts'],
      repository,
      settings,
    )
    const site = settings['SITE_URL'] ?? ''
    try {
      await untilAnswered(site + page)
      const everyPage = await peakMegabytes(front.pid, () => readEveryPage(site))
      const streaming = await peakMegabytes(front.pid, async () => {
        const read = await Promise.all(Array.from({ length: bigFileReaders }, () => bytesOf(`${site}/media/film.webp`)))
        if (read.some((bytes) => bytes !== bigFileBytes)) throw new Error('A large file did not come in full.')
      })
      return [
        ...(await compareWithNginx(directory, content, site)),
        memoryBelow(`memory of the front, ${pages} pages read once`, everyPage),
        memoryBelow(`memory of the front, 5 MB streamed by ${bigFileReaders} at once`, streaming),
      ]
    } finally {
      await front.stop()
    }
  })
