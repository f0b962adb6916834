/** Swedish is the source: what is said here, English says too. */
export const adminSv = {} as const
