/** Reads the code by the camera, as long as it is open. */
import { useEffect, useRef } from 'react'
import { codeIn } from './read-picture.ts'

/** Milliseconds between two looks. */
const pause = 300

export function Camera(props: {
  readonly label: string
  readonly onCode: (text: string) => void
  readonly onFault: () => void
}) {
  const { onCode, onFault } = props
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let open = true
    const look = () => {
      const element = video.current
      const text = element && element.readyState >= 2 ? codeIn(element) : undefined
      if (text !== undefined) onCode(text)
      else if (open) timer = setTimeout(look, pause)
    }
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      const element = video.current
      if (!open || element === null) return stop()
      element.srcObject = stream
      await element.play()
      look()
    }
    const stop = () => {
      open = false
      clearTimeout(timer)
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    start().catch(() => {
      if (open) onFault()
    })
    return stop
  }, [onCode, onFault])
  return (
    <video ref={video} aria-label={props.label} playsInline muted className="w-full rounded-12" />
  )
}
