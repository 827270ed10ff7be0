/** Nothing has been decided about notifications here yet, and they could be allowed: worth a word on the home screen. */
export const mayAskForPush = (): boolean =>
  window.top === window && 'Notification' in window && Notification.permission === 'default'
