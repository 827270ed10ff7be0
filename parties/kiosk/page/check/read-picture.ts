/** A QR code out of a picture, of a file or of the camera; nothing leaves the page. */
import decodeQR from 'qr/decode.js'

/** Pixels: a photograph is made smaller first. */
const largest = 1600

/** @returns undefined: no code is seen in it */
export function codeIn(picture: ImageBitmap | HTMLVideoElement): string | undefined {
  const [wide, high] =
    picture instanceof HTMLVideoElement
      ? [picture.videoWidth, picture.videoHeight]
      : [picture.width, picture.height]
  const scale = Math.min(1, largest / Math.max(wide, high, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(wide * scale))
  canvas.height = Math.max(1, Math.round(high * scale))
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    return undefined
  }
}
