/** The words of refusals in English, by code. */
import type { FaultTexts } from './fault-texts.ts'

export const en: FaultTexts = {
  triesLeft: (left) => `${left} ${left === 1 ? 'try' : 'tries'} left.`,
  unexpected: {
    what: 'This could not be continued',
    why: 'Something unexpected happened. Your application is not sent twice.',
    next: [
      'Go back to the home screen and try again',
      'If this persists, call and quote the error code',
    ],
  },
  words: {
    CARD_AWAY: {
      what: 'The card moved away',
      why: 'The card left the phone while it was being read. Your entries are kept.',
      next: ['Hold the card to the phone again; reading goes on', 'Take off a thick phone case'],
    },
    CARD_UNREADABLE: {
      what: 'The card could not be read',
      why: 'The answers of the card broke off. Your entries are kept.',
      next: ['Keep away from metal and hold card and phone tightly together', 'Press “Read again”'],
    },
    NOT_A_MY_NUMBER_CARD: {
      what: 'This does not seem to be a My Number Card',
      why: 'There is no place for certificates on this card.',
      next: ['Hold only your My Number Card to the phone'],
    },
    CARD_SECRET_WRONG: {
      what: 'Wrong password',
      why: 'The card says that this is not its signing password ①.',
      next: ['Look at ① on your paper and enter it again', 'It is not one of the 4-digit numbers'],
    },
    CARD_LAST_TRY: {
      what: 'Only one try is left',
      why: 'One more wrong try would lock the password, so nothing was sent to the card.',
      next: ['Check ① on your paper carefully', 'If you are not sure, ask your municipality first'],
    },
    CARD_SECRET_BLOCKED: {
      what: 'The password of your card is locked',
      why: 'The signing password was wrong five times in a row.',
      next: ['Have it reset at the counter of your municipality', 'Bring your My Number Card'],
    },
    CARD_CERTIFICATE_MISSING: {
      what: 'The card has no signing certificate',
      why: 'The application has to be signed by the card.',
      next: ['Apply for the certificate at the counter of your municipality'],
    },
    SECRET_WRONG: {
      what: 'Wrong PIN',
      why: 'This is not the 4-digit PIN of this phone.',
      next: ['Enter the four digits you chose for the phone, not those of the card'],
    },
    LAST_TRY: {
      what: 'Only one try is left',
      why: 'One more wrong try locks the PIN of this phone.',
      next: ['Check carefully before you enter it'],
    },
    SECRET_BLOCKED: {
      what: 'The password of the phone is locked',
      why: 'It was wrong too often in a row.',
      next: [
        'With your My Number Card at hand you can set a new one',
        'Menu, “Set a new password”',
      ],
    },
    BIOMETRICS_CANCELLED: {
      what: 'It could not be confirmed',
      why: 'It was cancelled, or took too long. No try of the PIN is lost.',
      next: ['Try again', 'The PIN works as before'],
    },
    BIOMETRICS_WRONG: {
      what: 'The finger or face does not match',
      why: 'It is not the one set up on this phone. No try of the PIN is lost.',
      next: ['Use the PIN', 'Set it up again: menu, “Use a finger or a face”'],
    },
    BIOMETRICS_OFF: {
      what: 'Finger and face are switched off',
      why: 'You have not set them up, or they were removed with the PIN that you replaced.',
      next: ['Use the PIN', 'Set it up: menu, “Use a finger or a face”'],
    },
    PHONE_NOT_SUPPORTED: {
      what: 'This phone is not supported',
      why: 'It has no safe place to keep the certificates in.',
      next: ['Use a supported phone', 'Your My Number Card works as before'],
    },
    OS_TOO_OLD: {
      what: 'The system of this phone is too old',
      why: 'Android 6.0 or newer is needed.',
      next: ['Update it in the settings of the phone, then open the app again'],
    },
    BROWSER_TOO_OLD: {
      what: 'The browser is too old',
      why: 'Chrome 69 or newer is needed.',
      next: ['Update Chrome in the Play Store, then open the app again'],
    },
    APP_TOO_OLD: {
      what: 'The app is too old',
      why: 'Only the newest version can apply.',
      next: ['Close the app and open it again to get the new version'],
    },
    CREDENTIAL_SUSPENDED: {
      what: 'Suspended',
      why: 'Your certificates were suspended on request.',
      next: ['If you found your phone, start using it again'],
    },
    NOT_SUSPENDED: {
      what: 'It is not suspended',
      why: 'The certificates of this phone can be used.',
      next: ['Check the state on the home screen'],
    },
    NOTHING_TO_SWITCH: {
      what: 'Your old phone was not found',
      why: 'There are no certificates that could move to this phone.',
      next: ['Open the menu and apply for new ones'],
    },
    NOTHING_TO_RESUME: {
      what: 'Nothing is suspended',
      why: 'There are no certificates to start again with.',
      next: ['Open the menu and apply for new ones'],
    },
    SWITCH_ONLY_ANDROID: {
      what: 'Your old phone is an iPhone',
      why: '“Change of phone” is for moving from one Android phone to another.',
      next: [
        'First delete the card in the app of the old iPhone',
        'Then press “Apply for the certificates of this phone” here',
      ],
    },
    ALREADY_REGISTERED: {
      what: 'It is registered already',
      why: 'Withdrawing the application does not end a registration.',
      next: ['To stop using it: “Menu” → “Revoke”'],
    },
    APPLICATION_OVER: {
      what: 'This application has ended already',
      why: 'It was withdrawn, it ran out of time, or a call to the hotline stopped it.',
      next: ['Check the state on the home screen'],
    },
    APPLICATION_ON_ITS_WAY: {
      what: 'Another application is under way',
      why: 'The application of another phone is not finished.',
      next: ['Register on that phone, or press “Withdraw the application” there'],
    },
    REQUEST_UNDER_WAY: {
      what: 'An earlier procedure is not finished',
      why: 'An earlier request has no answer yet.',
      next: ['Go home and press “Go on with the procedure”'],
    },
    REQUEST_NONE: {
      what: 'Please start again',
      why: 'Nothing was under way. Nothing has been revoked yet.',
      next: ['Go home and try again'],
    },
    REQUEST_NONCE_EXPIRED: {
      what: 'Too much time has passed',
      why: 'For safety it has to be sent soon after the card has been read.',
      next: ['Read the card again'],
    },
    UNBLOCKING_KEY_WRONG: {
      what: 'The secret cannot be reset on this phone',
      why: 'The data needed for it does not belong to this phone.',
      next: ['Revoke the certificates, then apply again'],
    },
    STORE_CONFLICT: {
      what: 'It was changed in another window',
      why: 'The same app is open in another window.',
      next: ['Close one of them and open it again'],
    },
    NETWORK: {
      what: 'No connection',
      why: 'The network could not be reached. Your entries are kept.',
      next: ['Try again where there is reception'],
    },
    READER_MISSING: {
      what: 'There is no card reader',
      why: 'This practice app reads cards when it is opened from the desk of Kazashi.',
      next: ['Open the desk and go on in the phone you see there'],
    },
    PERSON_HAS_A_PHONE: {
      what: 'You use another phone already',
      why: 'A person can have the certificates on one phone only, and you have them on another one.',
      next: [
        'If the other phone is an Android phone too, use “Change of phone” on this one',
        'If it is an iPhone, delete the card there first, then apply here',
        'If you have lost it, call',
      ],
    },
    PHONE_HAS_A_PERSON: {
      what: 'Another person uses this phone',
      why: 'A phone can hold the certificates of one person only.',
      next: ['That person has to revoke them on this phone first'],
    },
    ALREADY_APPLIED: {
      what: 'You have applied already',
      why: 'The application from this phone has been accepted.',
      next: ['Check the state on the home screen'],
    },
    CREDENTIAL_PRESENT: {
      what: 'This phone has certificates already',
      why: 'The certificates for smartphones are registered.',
      next: ['See them on the home screen'],
    },
    NOT_APPLIED: {
      what: 'No certificate on this phone yet',
      why: 'To log in, this phone needs its user authentication certificate.',
      next: ['Open the menu and apply for it'],
    },
    KEY_MISSING: {
      what: 'There is no certificate for login',
      why: 'This phone has the signing certificate only. To log in, it needs the user authentication certificate.',
      next: ['Revoke the certificate on this phone (menu, “Revoke”) and apply for both'],
    },
    NOT_REGISTERED: {
      what: 'Not registered yet',
      why: 'After the application, wait for the notice and press “Register”.',
      next: ['Check the state on the home screen'],
    },
    APPLICATION_NONCE_EXPIRED: {
      what: 'Too much time has passed',
      why: 'For safety an application has to be signed within some minutes.',
      next: ['Press “Read again” and hold the card again'],
    },
    LOGIN_REQUEST_EXPIRED: {
      what: 'This login is over',
      why: 'For safety a login ends after some minutes.',
      next: ['Start the login again on the other screen'],
    },
    LOGIN_REQUEST_MALFORMED: {
      what: 'This link cannot log you in',
      why: 'It is not correct, or has been used.',
      next: ['Start the login again on the other screen'],
    },
    LOGIN_REQUEST_ORIGIN: {
      what: 'Stopped for your safety',
      why: 'The site that asks and the site behind the link are not the same. Somebody may be trying to deceive you.',
      next: ['Do not go on with this login'],
    },
    CERTIFICATE_SUSPENDED: {
      what: 'Suspended',
      why: 'The certificate of this phone has been suspended on request.',
      next: ['If you found your phone, start using it again'],
    },
    CERTIFICATE_REVOKED: {
      what: 'The certificate is revoked',
      why: 'The certificate of this phone can no longer be used.',
      next: ['Apply again to use it'],
    },
    CERTIFICATE_EXPIRED: {
      what: 'The certificate has expired',
      why: 'It ends together with the certificate of the card it was applied for with.',
      next: ['Renew the certificate of the card, then apply again'],
    },
    CARD_OF_ANOTHER_PERSON: {
      what: 'This is the card of another person',
      why: 'The card you held is not that of the person who registered on this phone.',
      next: ['Use the My Number Card of the person who registered on this phone'],
    },
    CARD_CERTIFICATE_UNTRUSTED: {
      what: 'This card cannot be used',
      why: 'Its certificate was not issued by this authority.',
      next: ['Hold your own My Number Card to the phone'],
    },
    DPOP_TIME: {
      what: 'The time of the phone is wrong',
      why: 'For safety, requests from a phone whose clock is far off are not accepted.',
      next: ['Let the phone set date and time by itself in its settings, then try again'],
    },
    CONSENT_UNKNOWN: {
      what: 'The notes have changed',
      why: 'You confirmed an earlier version of the notes.',
      next: ['Go home and apply again from the beginning'],
    },
    CARD_CERTIFICATE_EXPIRED: {
      what: 'The certificate of the card has expired',
      why: 'An expired certificate cannot be used to apply.',
      next: ['Have it renewed at the counter of your municipality'],
    },
    CARD_CERTIFICATE_REVOKED: {
      what: 'The certificate of the card is revoked',
      why: 'After a move or a change of name the signing certificate is no longer valid.',
      next: ['Apply for a new one at the counter of your municipality'],
    },
    CARD_CERTIFICATE_SUSPENDED: {
      what: 'The card is suspended',
      why: 'It was reported as lost or stolen.',
      next: ['If you found it, go to the counter of your municipality'],
    },
    NONCE_EXPIRED: {
      what: 'Too much time has passed',
      why: 'For safety an application has to be sent soon after the card has been read.',
      next: ['Go home and apply again. No try of the card’s password is lost'],
    },
    NOT_ISSUED_YET: {
      what: 'It is not ready yet',
      why: 'The certificates have not been issued yet.',
      next: ['Please wait for the notice. You may close this app'],
    },
    CREDENTIAL_OVER: {
      what: 'It has ended already',
      why: 'The certificates of this phone can no longer be used.',
      next: ['Go home and check the state'],
    },
    STATUS_UNAVAILABLE: {
      what: 'You cannot log in now',
      why: 'The site could not find out whether the certificate is valid.',
      next: ['Wait a while, then start the login again on the first screen'],
    },
    CHAIN_INVALID: {
      what: 'The site does not accept the certificate of this phone',
      why: 'It was not issued by an authority that the site trusts.',
      next: ['Go home and check the state of this phone'],
    },
    KNOWN_TO_AUTHORITY: {
      what: 'The authority has a record of this phone',
      why: 'Nothing was erased, as it can be used.',
      next: ['Go home and check the state'],
    },
    UNREADABLE_ANSWER: {
      what: 'The answer could not be read',
      why: 'It did not come from the authority, but perhaps from the sign-in page of a Wi-Fi network. Your entries are kept.',
      next: ['Try again with another network'],
    },
    STATE_MALFORMED: {
      what: 'The record of this phone cannot be read',
      why: 'The data the browser has kept seems to be damaged.',
      next: [
        'Close this app and open it again',
        'If this persists, another phone can take over (“Change of phone”), with your My Number Card',
      ],
    },
    STORE_FAILED: {
      what: 'The phone could not keep the data',
      why: 'There is no space left, or storage is not allowed.',
      next: [
        'Free some space and try again',
        'Allow this page to keep data, in the settings of the browser',
      ],
    },
  },
}
