/** The words of refusals in English, by code. */
import { clockWordsEn } from './clock-words.ts'
import type { FaultTexts } from './fault-texts.ts'

export const en: FaultTexts = {
  toDesk: 'Open the page with the cards and their reader',
  triesLeft: (left) => `You have ${left} ${left === 1 ? 'attempt' : 'attempts'} left.`,
  clock: clockWordsEn,
  unexpected: {
    what: 'Something went wrong',
    why: 'An unexpected error occurred. Nothing is sent twice.',
    next: [
      'Go back to the home screen and try again',
      'If this keeps happening, call and quote the error code',
    ],
  },
  words: {
    CARD_AWAY: {
      what: 'The card moved away',
      why: 'The card moved away from the phone while it was being read. Your entries are saved.',
      next: [
        'Hold the card to the phone again. Reading will continue',
        'If your phone has a thick case, take it off',
      ],
    },
    CARD_UNREADABLE: {
      what: 'The card could not be read',
      why: 'The card stopped responding. Your entries are saved.',
      next: [
        'Move away from metal surfaces and hold the card flat against the phone',
        'Press “Read again”',
      ],
    },
    READER_UNAVAILABLE: {
      what: 'The card reader cannot be reached',
      why: 'The connection was lost, or the reader is not running. Your card is not at fault. Your entries are saved.',
      next: [
        'Check that you are online, then press “Read again”',
        'If this keeps happening, reload the page. You can continue where you left off',
      ],
    },
    NOT_A_MY_NUMBER_CARD: {
      what: 'This does not look like a My Number Card',
      why: 'This card has no place to store certificates.',
      next: ['Hold only your My Number Card to the phone, with no other card nearby'],
    },
    CARD_SECRET_WRONG: {
      what: 'Wrong password',
      why: 'This does not match ①, the signing password of the card.',
      next: [
        'Check whose card this is. If it is somebody else’s, use your own',
        'Check ① on your password sheet and enter it again',
        'Do not enter one of the 4-digit PINs (②, ③ or ④)',
      ],
    },
    CARD_LAST_TRY: {
      what: 'You have one attempt left',
      why: 'One more wrong password would lock your card, so the app stopped reading.',
      next: [
        'Check ① on your password sheet carefully',
        'If you are not sure, do not guess. Ask at your municipal office',
      ],
    },
    CARD_SECRET_BLOCKED: {
      what: 'The password of your card is locked',
      why: 'The signing password was entered wrongly five times in a row.',
      next: ['Have the password reset at your municipal office', 'Bring your My Number Card'],
    },
    CARD_CERTIFICATE_MISSING: {
      what: 'Your card has no signing certificate',
      why: 'You need the signing certificate on your card to apply.',
      next: ['Apply for a signing certificate at your municipal office'],
    },
    SECRET_WRONG: {
      what: 'Wrong PIN',
      why: 'This does not match the 4-digit PIN of this phone.',
      next: ['Enter the 4 digits you chose for this phone, not the PIN of your card'],
    },
    CODE_WRONG: {
      what: 'Wrong confirmation number',
      why: 'It does not match the number on the screen you want to log in on.',
      next: ['Look at the two digits on that screen and enter them again'],
    },
    LAST_TRY: {
      what: 'You have one attempt left',
      why: 'One more wrong PIN locks the PIN of this phone.',
      next: ['Check the PIN carefully before you enter it'],
    },
    SECRET_BLOCKED: {
      what: 'The PIN or password of this phone is locked',
      why: 'It was entered wrongly too many times in a row.',
      next: [
        'You can set a new one with your My Number Card',
        'Press “Menu”, then “Reset password or PIN”',
      ],
    },
    BIOMETRICS_CANCELLED: {
      what: 'Your fingerprint or face was not confirmed',
      why: 'You cancelled, or it took too long. This did not use up a PIN attempt.',
      next: ['Try again', 'You can also use your PIN as usual'],
    },
    BIOMETRICS_WRONG: {
      what: 'Your fingerprint or face settings no longer match',
      why: 'They have changed on this phone since you set this up. This did not use up a PIN attempt.',
      next: ['Use your PIN', 'To set it up again, press “Menu”, then “Use fingerprint or face”'],
    },
    BIOMETRICS_OFF: {
      what: 'Fingerprint and face are turned off',
      why: 'You have not set them up, or they were turned off when you chose a new PIN.',
      next: ['Use your PIN', 'To set it up, press “Menu”, then “Use fingerprint or face”'],
    },
    PHONE_NOT_SUPPORTED: {
      what: 'This phone is not supported',
      why: 'It has no secure chip to store smartphone certificates in.',
      next: ['Use a supported phone', 'You can still use your My Number Card as usual'],
    },
    OS_TOO_OLD: {
      what: 'Your phone’s system is too old',
      why: 'You need Android 6.0 or later.',
      next: ['Update your phone in Settings > System, then open this app again'],
    },
    BROWSER_TOO_OLD: {
      what: 'Your browser is too old',
      why: 'You need Chrome 69 or later.',
      next: ['Update Chrome in the Play Store, then open this app again'],
    },
    APP_TOO_OLD: {
      what: 'This app is out of date',
      why: 'You need the latest version to apply.',
      next: ['Close the app and open it again to get the latest version'],
    },
    CREDENTIAL_SUSPENDED: {
      what: 'Your certificates are suspended',
      why: 'They were suspended because your phone or card was reported lost or stolen.',
      next: ['If you have found your phone, press “Resume use”'],
    },
    NOT_SUSPENDED: {
      what: 'Your certificates are not suspended',
      why: 'You can use the certificates on this phone now. There is nothing to resume.',
      next: ['Check the status on the home screen'],
    },
    NOTHING_TO_SWITCH: {
      what: 'Your old phone was not found',
      why: 'You have no smartphone certificates to transfer to this phone.',
      next: ['Press “Menu”, then “Apply for smartphone certificates”'],
    },
    NOTHING_TO_RESUME: {
      what: 'Nothing is suspended',
      why: 'You have no suspended smartphone certificates to resume.',
      next: ['Press “Menu”, then “Apply for smartphone certificates”'],
    },
    SWITCH_ONLY_ANDROID: {
      what: 'Your old phone is an iPhone',
      why: '“Transfer to this phone” only works between two Android phones.',
      next: [
        'First delete the card in the app on your old iPhone',
        'Then press “Apply for smartphone certificates” on this phone',
      ],
    },
    ALREADY_REGISTERED: {
      what: 'You have already registered',
      why: 'An application can no longer be withdrawn once you have registered.',
      next: ['To stop using your certificates, press “Menu”, then “Revoke”'],
    },
    APPLICATION_OVER: {
      what: 'This application has already ended',
      why: 'It was withdrawn, it expired, or it was stopped by a call to the hotline.',
      next: ['Check the status on the home screen'],
    },
    APPLICATION_ON_ITS_WAY: {
      what: 'You have another application in progress',
      why: 'Your application from another phone is not finished yet.',
      next: ['On that phone, either register or press “Withdraw the application”'],
    },
    REQUEST_UNDER_WAY: {
      what: 'You have something unfinished',
      why: 'An earlier request has not been answered yet.',
      next: ['Go to the home screen and press “Continue”'],
    },
    REQUEST_NONE: {
      what: 'Please start again',
      why: 'There was nothing to continue. Nothing has been revoked yet.',
      next: ['Go to the home screen and try again'],
    },
    REQUEST_NONCE_EXPIRED: {
      what: 'You took too long',
      why: 'For your security, a request must be sent soon after the card is read.',
      next: ['Read the card again'],
    },
    UNBLOCKING_KEY_WRONG: {
      what: 'You cannot reset it on this phone',
      why: 'The data needed for the reset does not match this phone.',
      next: ['Revoke your certificates, then apply again'],
    },
    STORE_BLOCKED: {
      what: 'An older version of the app is open in another window',
      why: 'This version needs to update the data on your phone. The other windows have to be closed first.',
      next: ['Close every other window that shows this app', 'This one then opens automatically'],
    },
    STORE_CONFLICT: {
      what: 'Something changed in another window',
      why: 'This app is also open in another window.',
      next: ['Close one of the windows, then open the app again'],
    },
    NETWORK: {
      what: 'No connection',
      why: 'The app could not connect to the network. Your entries are saved.',
      next: ['Try again where you have a signal'],
    },
    READER_MISSING: {
      what: 'There is no card reader',
      why: 'This practice app can read cards only on the page with the cards and their reader.',
      next: ['Open that page and continue on the phone shown there'],
    },
    PERSON_HAS_A_PHONE: {
      what: 'You already use another phone',
      why: 'Each person can have smartphone certificates on only one phone. You are already registered on another phone.',
      next: [
        'If your old phone is also an Android phone, use “Transfer to this phone”',
        'If your old phone is an iPhone, delete the card there first, then apply here',
        'If you have lost your old phone, please call',
      ],
    },
    PHONE_HAS_A_PERSON: {
      what: 'Someone else uses this phone',
      why: 'A phone can hold the certificates of only one person.',
      next: ['The person who registered must first revoke their certificates on this phone'],
    },
    ALREADY_APPLIED: {
      what: 'You have already applied',
      why: 'Your application from this phone has been received. You do not need to apply again.',
      next: ['Check the status on the home screen'],
    },
    CREDENTIAL_PRESENT: {
      what: 'This phone already has certificates',
      why: 'Smartphone certificates are registered on this phone.',
      next: ['You can see them on the home screen'],
    },
    NOT_APPLIED: {
      what: 'This phone has no certificates yet',
      why: 'To log in, you need a user authentication certificate on this phone.',
      next: ['Press “Menu”, then “Apply for smartphone certificates”'],
    },
    KEY_MISSING: {
      what: 'This phone has no certificate for logging in',
      why: 'This phone only has a signing certificate. To log in, you need a user authentication certificate.',
      next: ['Press “Menu”, then “Revoke”, and then apply for both certificates'],
    },
    SIGNING_MISSING: {
      what: 'This phone has no signing certificate',
      why: 'The name, address and other details that a site asks for are in the signing certificate, and documents are signed with it. This phone does not have one: it was not chosen in the application, or it has been revoked.',
      next: ['Press “Menu”, then “Revoke”, and then apply for both certificates'],
    },
    NOT_REGISTERED: {
      what: 'You have not registered yet',
      why: 'After you apply, wait for the notification and then press “Register”.',
      next: ['Check the status on the home screen'],
    },
    DRAFT_OF_ANOTHER_PERSON: {
      what: 'Someone else began this application',
      why: 'This card does not belong to the person who began it. Everything entered so far was deleted.',
      next: [
        'Check whose card this is, then begin here. This did not use up any password attempts',
      ],
    },
    APPLICATION_NONCE_EXPIRED: {
      what: 'You took too long',
      why: 'For your security, you must finish an application within a few minutes.',
      next: ['Press “Read again” and hold the card to the phone again'],
    },
    LOGIN_REQUEST_EXPIRED: {
      what: 'This login has expired',
      why: 'For your security, a login expires after a few minutes.',
      next: ['Start again on the login page'],
    },
    LOGIN_REQUEST_MALFORMED: {
      what: 'You cannot log in with this link',
      why: 'The link is incorrect, or it has already been used.',
      next: ['Start again on the login page'],
    },
    LOGIN_REQUEST_ORIGIN: {
      what: 'Stopped for your safety',
      why: 'The link leads to a different site from the one it names. Someone may be trying to trick you.',
      next: ['Do not continue with this login'],
    },
    CERTIFICATE_SUSPENDED: {
      what: 'Your certificates are suspended',
      why: 'The certificates on this phone were suspended after a report of loss or theft.',
      next: ['If you have found your phone, press “Resume use”'],
    },
    CERTIFICATE_REVOKED: {
      what: 'The certificate has been revoked',
      why: 'You can no longer use the certificate on this phone.',
      next: ['To use this phone again, apply again'],
    },
    CERTIFICATE_EXPIRED: {
      what: 'The certificate has expired',
      why: 'It expires together with the certificate on the card you applied with.',
      next: ['Renew the certificate on your card, then apply again'],
    },
    CARD_OF_ANOTHER_PERSON: {
      what: 'This is someone else’s My Number Card',
      why: 'It belongs to a different person from the one registered on this phone.',
      next: ['Use the My Number Card of the person registered on this phone'],
    },
    CARD_CERTIFICATE_UNTRUSTED: {
      what: 'This card cannot be used here',
      why: 'The certificate on the card was not issued by this authority.',
      next: ['Hold your own My Number Card to the phone'],
    },
    CLOCK_WRONG: {
      what: 'The clock on your phone is wrong',
      why: 'For security, requests are refused when a phone’s clock is far off.',
      next: [
        'In your phone’s Settings, open System, then Date & time, and turn on “Set time automatically”',
        'Once the clock is right, try again',
      ],
    },
    CONSENT_UNKNOWN: {
      what: 'The notes have changed',
      why: 'The notes you read were an earlier version.',
      next: ['Go to the home screen and apply again from the beginning'],
    },
    CARD_CERTIFICATE_EXPIRED: {
      what: 'The certificate on your card has expired',
      why: 'You cannot apply with an expired certificate.',
      next: ['Renew the certificate at your municipal office'],
    },
    CARD_CERTIFICATE_REVOKED: {
      what: 'The certificate on your card has been revoked',
      why: 'The signing certificate stops working after you move or change your name.',
      next: ['Apply for a new certificate at your municipal office'],
    },
    CARD_CERTIFICATE_SUSPENDED: {
      what: 'Your card is suspended',
      why: 'The card was reported lost or stolen.',
      next: ['If you have found the card, go to your municipal office'],
    },
    NONCE_EXPIRED: {
      what: 'You took too long',
      why: 'For your security, an application must be sent soon after the card is read.',
      next: ['Go to the home screen and apply again. This does not use up any password attempts'],
    },
    NOT_ISSUED_YET: {
      what: 'Your certificates are not ready yet',
      why: 'They have not been issued yet.',
      next: ['Please wait for the notification. You can close this app'],
    },
    CREDENTIAL_OVER: {
      what: 'Your certificates have already ended',
      why: 'You can no longer use the certificates on this phone.',
      next: ['Check the status on the home screen'],
    },
    STATUS_UNAVAILABLE: {
      what: 'You cannot log in right now',
      why: 'The site could not check whether your certificate is valid.',
      next: ['Wait a while, then start again on the login page'],
    },
    CHAIN_INVALID: {
      what: 'The site does not accept this phone’s certificate',
      why: 'It was not issued by an authority that the site trusts.',
      next: ['Check the status of this phone on the home screen'],
    },
    KNOWN_TO_AUTHORITY: {
      what: 'The authority has a record of this phone',
      why: 'Nothing was erased, because you can still use what is on this phone.',
      next: ['Check the status on the home screen'],
    },
    UNREADABLE_ANSWER: {
      what: 'The response could not be read',
      why: 'It did not come from the authority. It may have come from the sign-in page of a public Wi-Fi network. Your entries are saved.',
      next: ['Try again on another Wi-Fi network or on mobile data'],
    },
    STATE_MALFORMED: {
      what: 'The data on this phone cannot be read',
      why: 'The data saved in your browser seems to be damaged.',
      next: [
        'Close this app and open it again',
        'If this keeps happening, you can use “Transfer to this phone” on another phone with your My Number Card',
      ],
    },
    STORE_FAILED: {
      what: 'The phone could not save your data',
      why: 'There is not enough space, or saving is not allowed.',
      next: [
        'Free up some space and try again',
        'In your browser’s settings, allow this page to save data',
      ],
    },
  },
}
