import { timingSafeEqual, createHash } from 'node:crypto'
import {
  Forbidden,
  type Access,
  type AuthStrategy,
  type CollectionBeforeOperationHook,
  type FieldAccess,
  type PayloadRequest,
} from 'payload'
import { env } from './env.ts'
import type { User } from './payload-types.ts'

/** What people at the cluster do here. `site` is no person: it is the key by which the site fetches what is published. */
export const staffRoles = ['administrator', 'publisher', 'communicator', 'membershipOfficer'] as const
export type StaffRole = (typeof staffRoles)[number]
export type Role = StaffRole | 'site'

const roleOf = (req: PayloadRequest): Role | undefined => {
  const user: unknown = req.user
  if (typeof user !== 'object' || user === null || !('role' in user)) return undefined
  const { role } = user
  return role === 'site' ? 'site' : staffRoles.find((staffRole) => staffRole === role)
}

/** Has whoever asks one of these roles? */
export const hasRole = (req: PayloadRequest, ...roles: Role[]): boolean => {
  const role = roleOf(req)
  return role !== undefined && roles.includes(role)
}

const forRoles =
  (...roles: Role[]): Access =>
  ({ req }) =>
    hasRole(req, ...roles)

/** The default of every collection: shut until named. */
export const nobody: Access = () => false
export const administrators = forRoles('administrator')
export const publishers = forRoles('administrator', 'publisher')
export const editors = forRoles('administrator', 'publisher', 'communicator')
export const membershipOfficers = forRoles('administrator', 'membershipOfficer')
export const staff = forRoles(...staffRoles)
export const staffAndSite = forRoles(...staffRoles, 'site')

/** Staff read all of the content, drafts too; the site's key only what is published in the language it asks for. */
export const readContent: Access = ({ req }) => {
  if (hasRole(req, ...staffRoles)) return true
  return hasRole(req, 'site') ? { _status: { equals: 'published' } } : false
}

/** Publishers write and publish; communicators write drafts. `keepCommunicatorsToDrafts` guards what this cannot see. */
export const writeContent: Access = ({ req, data }) => {
  if (hasRole(req, 'administrator', 'publisher')) return true
  const status: unknown = data?.['_status']
  return hasRole(req, 'communicator') && status !== 'published'
}

/**
 * A communicator's save must be a draft's save: anything else would change, publish or unpublish what visitors see.
 * An access rule is not told whether a save is a draft's, so this hook of every drafted collection is the other half.
 */
export const keepCommunicatorsToDrafts: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const changes: readonly string[] = ['create', 'update', 'updateByID', 'restoreVersion']
  if (changes.includes(operation) && hasRole(req, 'communicator') && !('draft' in args && args.draft === true)) {
    throw new Forbidden(req.t)
  }
  return args
}

/** Fields of a member, signup or form that only those who handle memberships may see. */
export const fieldForMembershipOfficers: FieldAccess = ({ req }) => hasRole(req, 'administrator', 'membershipOfficer')
/** Fields that staff may see and the site may not. */
export const fieldForStaff: FieldAccess = ({ req }) => hasRole(req, ...staffRoles)
export const fieldForAdministrators: FieldAccess = ({ req }) => hasRole(req, 'administrator')
export const fieldForNobody: FieldAccess = () => false

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Is this the site's key? Compared in constant time. */
export const isSiteKey = (authorization: string | null | undefined): boolean =>
  timingSafeEqual(digest(authorization ?? ''), digest(`Site-Key ${env.SITE_KEY}`))

// The role is no choice for a person, so the type of users does not know it; `roleOf` does.
const siteUser = {
  role: 'site',
  name: 'site',
  email: 'site@localhost',
  updatedAt: '',
  createdAt: '',
} as unknown as Omit<User, 'id' | 'collection'>

/** Signs in the site by `Authorization: Site-Key …`, as a user that exists in no table. */
export const siteKeyStrategy: AuthStrategy = {
  name: 'site-key',
  authenticate: ({ headers }) => ({
    user: isSiteKey(headers.get('authorization')) ? { id: 'site', collection: 'users', ...siteUser } : null,
  }),
}

/** For `admin.hidden`: the menu has it for those who handle memberships alone. */
export const hiddenFromOthers = ({ user }: { user: object | null }): boolean => {
  const role = user && 'role' in user ? user.role : undefined
  return role !== 'administrator' && role !== 'membershipOfficer'
}
