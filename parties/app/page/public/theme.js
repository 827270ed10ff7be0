// Runs before the first paint, so that a page in the chosen colours never flashes in the others. A script of its own: nothing in a
// page may run inline. `phone/theme.ts` keeps the choice under the same name.
;(() => {
  try {
    const phone = new URLSearchParams(location.hash.slice(1)).get('phone') ?? ''
    const theme = localStorage.getItem(`kazashi-theme ${phone}`)
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  } catch {
    // the browser keeps nothing for this page: as the device has it
  }
})()
