/** What the file system refuses, by what a person can do about it. A party's and a command's own codes come first. */
import { CodedError, errorClass } from '@kazashi/errors'
import { z } from 'zod'

const fileErrors = {
  FILE_MISSING: {
    clause: 'POSIX.1-2024 §2.3 ENOENT',
    next: 'check the path: there is no such file or folder',
  },
  FILE_REFUSED: {
    clause: 'POSIX.1-2024 §2.3 EACCES',
    next: 'choose a place that you may read and write, or have the rights changed',
  },
  FILE_KIND_WRONG: {
    clause: 'POSIX.1-2024 §2.3 ENOTDIR',
    next: 'check the path: a file is needed where a folder is, or the other way round',
  },
  FILE_NAME_INVALID: {
    clause: 'POSIX.1-2024 §2.3 ENAMETOOLONG',
    next: 'choose a shorter path without a loop of links',
  },
  FILE_EXISTS: {
    clause: 'POSIX.1-2024 §2.3 EEXIST',
    next: 'choose another path: something is there already',
  },
  DISK_FULL: {
    clause: 'POSIX.1-2024 §2.3 ENOSPC',
    next: 'make space on the disk, or choose a place on another one',
  },
  FILES_TOO_MANY: {
    clause: 'POSIX.1-2024 §2.3 EMFILE',
    next: 'end other programs, or raise the limit of open files (ulimit -n)',
  },
  FILE_UNUSABLE: {
    clause: 'POSIX.1-2024 §2.3 EIO',
    next: 'check the disk, or choose a place on another one',
  },
} as const

type FileCode = keyof typeof fileErrors

/** By the system's code. */
const codes: Readonly<Record<string, FileCode>> = {
  ENOENT: 'FILE_MISSING',
  EACCES: 'FILE_REFUSED',
  EPERM: 'FILE_REFUSED',
  EROFS: 'FILE_REFUSED',
  EISDIR: 'FILE_KIND_WRONG',
  ENOTDIR: 'FILE_KIND_WRONG',
  ENAMETOOLONG: 'FILE_NAME_INVALID',
  ELOOP: 'FILE_NAME_INVALID',
  EEXIST: 'FILE_EXISTS',
  ENOTEMPTY: 'FILE_EXISTS',
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  EMFILE: 'FILES_TOO_MANY',
  ENFILE: 'FILES_TOO_MANY',
  EIO: 'FILE_UNUSABLE',
  EBUSY: 'FILE_UNUSABLE',
  ETXTBSY: 'FILE_UNUSABLE',
  EXDEV: 'FILE_UNUSABLE',
  ENOTSUP: 'FILE_UNUSABLE',
  EINVAL: 'FILE_UNUSABLE',
}

/** Calls on a file that is open come without its path; calls that are not on files may have one, too. */
const onOpenFiles = new Set(['write', 'read', 'fsync', 'close', 'ftruncate'])
const notOnFiles = /^(spawn|connect|listen|bind)\b/

const SystemError = z.object({
  code: z.string(),
  syscall: z.string(),
  message: z.string(),
  path: z.string().optional(),
})

class FileError extends errorClass('FileError', fileErrors) {}

/** An error of the file system in our words; every other one as it is. */
export function asFileError(error: unknown): unknown {
  if (error instanceof CodedError) return error
  const { code = '', syscall = '', path, message } = SystemError.safeParse(error).data ?? {}
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined
  const onFile = onOpenFiles.has(syscall) || (path !== undefined && !notOnFiles.test(syscall))
  if (known === undefined || !onFile) return error
  return new FileError(known, { detail: path ?? message, cause: error })
}
