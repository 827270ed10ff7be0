/** The camera of this machine (Media Capture and Streams §10): asked for when its screen is open, ended with it. */

/** Why there is no picture: not allowed, no camera, another program has it, or something else. */
export type CameraTrouble = 'denied' | 'none' | 'in-use' | 'unknown'

const troubles: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
}

export type OpenedCamera = { readonly stream: MediaStream } | { readonly trouble: CameraTrouble }

type Devices = Pick<MediaDevices, 'getUserMedia'>

/** @param devices undefined: a browser without any */
export async function openCamera(devices: Devices | undefined): Promise<OpenedCamera> {
  if (devices === undefined) return { trouble: 'none' }
  try {
    return {
      stream: await devices.getUserMedia({
        audio: false,
        video: { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } },
      }),
    }
  } catch (thrown) {
    const name: unknown =
      typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'name') : undefined
    return { trouble: (typeof name === 'string' && troubles[name]) || 'unknown' }
  }
}
