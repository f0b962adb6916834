import { registerHooks } from 'node:module'

const ofManyFiles = /\/node_modules\/(drizzle-orm|payload\/dist|@payloadcms\/[^/]+\/dist)\//

/**
 * Node reads a package's package.json anew for every file that it resolves there. That of drizzle-orm names each of its
 * files (177 kB), which cost every start more than a second, and Payload has a thousand files. They name one another in
 * full, so where they lie and what they are is known without asking. In force for what is imported after this file, as the
 * database's adapter is.
 */
registerHooks({
  resolve: (specifier, context, nextResolve) => {
    const { parentURL, conditions } = context
    const isKnown =
      /^\.\.?\/.*\.js$/.test(specifier) && conditions.includes('import') && ofManyFiles.test(parentURL ?? '')
    if (!isKnown) return nextResolve(specifier, context)
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
  },
})
