/** Where the pictures are that are seen where a page is shared. */
export const sharePictureDirectory = '/share/'

/** Is this the address of such a picture? */
export const isSharePicture = (path: string): boolean => path.startsWith(sharePictureDirectory)
