import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { bridge } from './drawings/bridge.ts'
import { clusterModel } from './drawings/cluster-model.ts'
import { kvarnseleLogo, lidbruksLogo, limnaLogo, ronnforsLogo, taljTappLogo, vidjeverkMark } from './drawings/logos.ts'
import { rings } from './drawings/rings.ts'
import { rowan } from './drawings/rowan.ts'
import { table } from './drawings/table.ts'
import { valley } from './drawings/valley.ts'
import { weave } from './drawings/weave.ts'
import { workshop } from './drawings/workshop.ts'

/**
 * Remakes the pictures of the example from their drawings: `node cms/src/example/draw.ts`. The results are committed,
 * because lettering comes out right only where its typeface is (Geist, which comes with Next).
 */
const pictures: Record<string, string> = {
  'ronndalen.webp': valley(),
  'ronnbar.webp': rowan(),
  'flatverk.webp': weave(),
  'arsringar.webp': rings(),
  'bron.webp': bridge(),
  'testbadden.webp': workshop(),
  'bordet.webp': table(),
  'klustermodellen.png': clusterModel('sv'),
  'cluster-model.png': clusterModel('en'),
  'vidjeverk.png': vidjeverkMark(),
  'ronnfors-kartong.png': ronnforsLogo(),
  'kvarnsele-tra.png': kvarnseleLogo(),
  'limna.png': limnaLogo(),
  'lidbruks-skogsagare.png': lidbruksLogo(),
  'talj-tapp.png': taljTappLogo(),
}

const fonts = await mkdtemp(join(tmpdir(), 'fonts-'))
const typeface = dirname(createRequire(import.meta.url).resolve('next/dist/compiled/@vercel/og/Geist-Regular.ttf'))
await writeFile(
  join(fonts, 'fonts.conf'),
  `<fontconfig><dir>${typeface}</dir><cachedir>${fonts}</cachedir></fontconfig>`,
)
process.env['FONTCONFIG_FILE'] = join(fonts, 'fonts.conf') // read when the first letter is drawn

for (const [name, svg] of Object.entries(pictures)) {
  const image = sharp(Buffer.from(svg))
  const picture = name.endsWith('.png')
    ? image.png({ palette: true, effort: 10 })
    : image.webp({ quality: 84, effort: 6 })
  const { size } = await picture.toFile(join(import.meta.dirname, 'pictures', name))
  console.log(`${name}  ${Math.round(size / 1000)} kB`)
}
await rm(fonts, { recursive: true })
