import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import { securityTextPath, stillValid } from '../content/security-text.ts'
import { contentsDirectory } from './release.ts'
import type { ReleaseServer } from './serve-release.ts'

const forAnHour = 'public, max-age=3600'

/** Is the address that of `security.txt`, which is the only file that a visitor is not given as it lies in the release? */
export const asksForSecurityText = (url: string | undefined): boolean => url === securityTextPath

/** `security.txt` of the live release, valid from today on: one that has expired counts for nothing. */
export const serveSecurityText =
  (dataDir: string, releases: Pick<ReleaseServer, 'fileAt'>, now = () => new Date()): RequestHandler =>
  async (req, res, next) => {
    const file = req.method === 'GET' || req.method === 'HEAD' ? releases.fileAt(securityTextPath) : null
    if (!file || !('hash' in file)) return next()
    const text = await readFile(join(contentsDirectory(dataDir), file.hash), 'utf8')
    res.set({ 'Content-Type': file.type, 'Cache-Control': forAnHour }).send(stillValid(text, now()))
  }
