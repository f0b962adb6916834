import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentsDirectory, listReleases, manifestPath, readLiveId } from './release.ts'

/** Whatever looks like the hash of a content in the list of a release. */
const hashPattern = /"([0-9a-f]{64})"/g

/** The contents that a list of a release names. */
export const hashesIn = (list: string): string[] => [...list.matchAll(hashPattern)].map(([, hash = '']) => hash)

export interface Traces {
  /** Releases that have the person in them, or may have. The live one is never among them. */
  toDrop: string[]
  /** The live release has the person in it. */
  isLive: boolean
}

/** What a word may look like in a page, in the content that it was made from, and in an address. */
const waysToWrite = (word: string): string[] => {
  const text = word.normalize('NFC').toLowerCase()
  const inHtml = text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  const named = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return [...new Set([text, inHtml, named, JSON.stringify(text).slice(1, -1), encodeURIComponent(text).toLowerCase()])]
}

/**
 * Finds the releases in which any of these words stands: in an address, in a page, or in the content that it was made from.
 * Without words nobody knows whom to look for, and every earlier release may have them.
 */
export const findInReleases = async (dataDir: string, words: readonly string[] | null): Promise<Traces> => {
  const live = await readLiveId(dataDir)
  const releases = await listReleases(dataDir)
  if (words === null) return { toDrop: releases.filter((id) => id !== live), isLive: false }
  const wanted = words.flatMap(waysToWrite)
  const holds = (text: string) => wanted.some((word) => text.includes(word))
  const found = new Map<string, boolean>() // by hash, as releases share most of their contents
  const contentHolds = async (hash: string): Promise<boolean> => {
    const known = found.get(hash)
    if (known !== undefined) return known
    const text = await readFile(join(contentsDirectory(dataDir), hash), 'utf8').catch(() => '')
    const isFound = holds(text.toLowerCase())
    found.set(hash, isFound)
    return isFound
  }
  const releaseHolds = async (id: string): Promise<boolean> => {
    const list = await readFile(manifestPath(dataDir, id), 'utf8')
    if (holds(list.toLowerCase())) return true
    for (const hash of hashesIn(list)) if (await contentHolds(hash)) return true
    return false
  }
  const toDrop: string[] = []
  for (const id of releases) if (id !== live && (await releaseHolds(id))) toDrop.push(id)
  return { toDrop, isLive: live !== null && (await releaseHolds(live)) }
}
