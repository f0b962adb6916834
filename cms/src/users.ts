import { APIError, type CollectionConfig } from 'payload'
import { adminLanguage, adminText } from 'shared/translations/admin'
import { administrators, fieldForAdministrators, hasRole, siteKeyStrategy, staff, staffRoles } from './access.ts'
import { env } from './env.ts'

const secure = env.SITE_URL.startsWith('https://')

/** Those who may sign in, and what each may do. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: adminText('users.singular'), plural: adminText('users.plural') },
  auth: {
    strategies: [siteKeyStrategy],
    cookies: { secure, sameSite: 'Lax' },
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 2 * 60 * 60,
    useSessions: true,
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role'],
    group: adminText('group.settings'),
    description: adminText('users.description'),
    hidden: ({ user }) => !user || !('role' in user) || user['role'] !== 'administrator',
  },
  access: {
    admin: ({ req }) => hasRole(req, ...staffRoles),
    create: administrators,
    read: ({ req }) =>
      hasRole(req, 'administrator') ? true : staff({ req }) ? { id: { equals: req.user?.id } } : false,
    update: ({ req }) =>
      hasRole(req, 'administrator') ? true : staff({ req }) ? { id: { equals: req.user?.id } } : false,
    delete: administrators,
    unlock: administrators,
  },
  hooks: {
    beforeValidate: [
      ({ data, req }) => {
        const password: unknown = data?.['password']
        if (typeof password === 'string' && (password.length < 15 || password.length > 128)) {
          throw new APIError(adminText('users.password.length')[adminLanguage(req)], 400, null, true)
        }
        return data
      },
    ],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: adminText('users.name') },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'communicator',
      saveToJWT: true,
      label: adminText('users.role'),
      access: { create: fieldForAdministrators, update: fieldForAdministrators },
      admin: { description: adminText('users.role.description') },
      options: staffRoles.map((role) => ({ value: role, label: adminText(`users.role.${role}`) })),
    },
  ],
}
