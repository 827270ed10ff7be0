/** The least page that the same toolchain makes: the peer of the app in bench/app.ts. */
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Hello() {
  const [pressed, setPressed] = useState(0)
  return (
    <main>
      <h1>Hello</h1>
      <button type="button" onClick={() => setPressed(pressed + 1)}>
        {pressed}
      </button>
    </main>
  )
}

const place = document.getElementById('page')
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Hello />
    </StrictMode>,
  )
}
