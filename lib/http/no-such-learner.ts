import { Problem } from '../errors/index.ts'

export const userNotFound = (id: string): Problem =>
  new Problem('user-not-found', `There is no user with the id "${id}". Create one with POST /api/user/create.`)

export const preferencesNotFound = (userId: string): Problem =>
  new Problem('preferences-not-found', `The user "${userId}" has no profile yet. Send one to POST /api/onboarding.`)
