/** In the menu of both faces: light, dark, or as the device has it. */
import { useTexts } from '@kazashi/ui'
import { useState } from 'react'
import { chooseTheme, shownTheme, themes } from '../../phone/theme.ts'
import { texts } from './texts.ts'

export function ThemeSetting() {
  const t = useTexts(texts)
  const [chosen, setChosen] = useState(shownTheme)
  return (
    <fieldset className="py-3">
      <legend className="float-left mb-2 w-full font-bold">{t.title}</legend>
      <div className="clear-both flex flex-wrap gap-2">
        {themes.map((theme) => (
          <label
            key={theme}
            className="flex min-h-11 grow cursor-pointer first:basis-full items-center gap-2 rounded-8 border-2 border-line bg-field px-3 py-1 has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:checked]:font-bold"
          >
            <input
              type="radio"
              name="theme"
              className="size-5 shrink-0 accent-accent"
              checked={theme === chosen}
              onChange={() => {
                chooseTheme(theme)
                setChosen(theme)
              }}
            />
            {t.themes[theme]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
