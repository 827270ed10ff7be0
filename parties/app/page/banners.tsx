/** Banners at the top of a screen: no network, a newer app. */
import { Button, useTexts } from '@kazashi/ui'
import { bannerTexts } from './texts.ts'

export function Banners(props: {
  down: boolean
  /** No procedure is under way. */
  resting: boolean
  /** Changes to the newer app; undefined: none is offered here. */
  onUpdate: (() => void) | undefined
}) {
  const { down, resting, onUpdate } = props
  const t = useTexts(bannerTexts)
  return (
    <>
      {down && (
        <p className="mt-2 rounded-12 bg-warn-soft px-4 py-3 large:px-3 text-base">
          <b className="text-warn">{t.offline}</b> {resting ? t.offlineAtRest : t.offlineUnderWay}
        </p>
      )}
      {onUpdate !== undefined && (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-12 bg-accent-soft px-4 py-3 large:px-3 text-base">
          <p>{t.newer}</p>
          <Button look="call" onPress={onUpdate}>
            {t.update}
          </Button>
        </div>
      )}
    </>
  )
}
