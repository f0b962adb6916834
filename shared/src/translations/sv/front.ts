/** Swedish is the source: what is said here, English says too. */
export const frontSv = {} as const
