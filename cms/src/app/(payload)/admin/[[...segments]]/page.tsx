import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { pageTitle } from '../../../../admin/page-title.ts'
import config from '../../../../payload.config.ts'
import { importMap } from '../importMap.js'

export const dynamic = 'force-dynamic'

interface Arguments {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = async ({ params, searchParams }: Arguments): Promise<Metadata> => {
  const metadata = await generatePageMetadata({ config, params, searchParams })
  return typeof metadata.title === 'string' ? { ...metadata, title: pageTitle(metadata.title) } : metadata
}

const Page = ({ params, searchParams }: Arguments) => RootPage({ config, params, searchParams, importMap })

export default Page
