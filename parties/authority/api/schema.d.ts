/* eslint-disable -- Made by generate.ts from the routes; not to be edited. */

export interface paths {
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meaning of a code, in both languages */
        get: operations["explainProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nonces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A nonce for one statement */
        post: operations["createNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply for certificates on a phone: new, by switching, or by resuming */
        post: operations["apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether an application would be accepted now; it is not submitted, and its nonce stays valid */
        post: operations["checkApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of an application of this phone */
        get: operations["showApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{id}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the certificates; the credential is active from now on (2-E) */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an application before it is registered; certificates issued for it are revoked */
        post: operations["withdrawApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phone-credentials/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This phone's newest credential: state, kinds, validity, history */
        get: operations["showCurrentCredential"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phone-credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One credential of this phone: state, kinds, validity, history */
        get: operations["showPhoneCredential"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phone-credentials/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End one kind or all of it, by the phone or by the card at hand (2-F, 3-E) */
        post: operations["revokeCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deletions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the card holder's credential on another phone, from one without (3-F) */
        post: operations["deleteOnOtherPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phone-credentials/{id}/unblocking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get the keys to reset the phone's forgotten secrets, with the card at hand */
        post: operations["unblockCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phone-credentials/{id}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wallet's My Number Card of a registered iPhone, when the phone has lost it (3-D) */
        get: operations["showAttributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phones/supported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models that can hold a credential, and the oldest versions of OS and app */
        get: operations["listSupportedPhones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This phone's notices, oldest first */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This phone's notices as server-sent events, from Last-Event-ID on */
        get: operations["streamNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}/shown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The resident has seen the notice: no other channel shows it again. Repeating it changes nothing */
        post: operations["markShown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phones/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key that a phone subscribes to */
        get: operations["showPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phones/push-subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The push address of this phone, in the request's language; the last one counts */
        post: operations["subscribe"];
        /** No more pushes to this phone, not even waiting ones */
        delete: operations["unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counter/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand out a card: certificates for the keys inside it; an earlier card ends */
        post: operations["handOutCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counter/cards/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a card back: its certificates, and the phone certificates that depend on them, are revoked */
        post: operations["endCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counter/cards/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A card was found: it is in use again, with a new signing certificate (5-B2) */
        post: operations["releaseCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counter/cards/{id}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew the certificates of a card; those on a phone end (5-A4) */
        post: operations["renewCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counter/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The entry in the register of the person whose certificate this is */
        post: operations["findRegisteredHolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counter/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person’s entry in the register, with card, phones and their certificates */
        get: operations["showPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/counter/people/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A move or a new name: the signing certificates of card and phone end, the card gets a new one; a death ends everything */
        post: operations["changePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hotline/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People of this name and birth date, with their card and phone */
        post: operations["findPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hotline/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend a lost or stolen phone, card, or both, at any hour (5-B1) */
        post: operations["suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries of notices in a state, the latest first, a thousand at most */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verifier/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The pseudonym of the person whose certificate this is */
        post: operations["findHolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The authority's time */
        get: operations["showClock"];
        /** Move the time of every party, forward or back; waiting work is looked at again */
        put: operations["moveClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tokens of counter, hotline, operator and verifiers, for programs only (sandbox) */
        get: operations["showTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trust anchors */
        get: operations["showTrust"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Application: {
            /** Format: uuid */
            id: string;
            /** @description what a resident reads out on the telephone, e.g. 'K-7Q2M9' */
            receiptNumber: string;
            /** @enum {string} */
            purpose: "new" | "switch" | "resume";
            /** @enum {string} */
            state: "applied" | "issued" | "registered" | "withdrawn" | "lapsed";
            kinds: ("signing" | "authentication")[];
            /** Format: date-time */
            appliedAt: string;
            /**
             * Format: date-time
             * @description minutes from now, or 8:00 Japan time of the next issuing day
             */
            expectedAt: string;
        };
        Attributes: {
            /**
             * Format: base64
             * @description IssuerSigned, CBOR
             */
            mdoc: string;
        };
        CardOrderInput: {
            /**
             * Format: base64
             * @description PKCS #10 of the new signing key; left out where the card has no signing certificate and gets none
             */
            signing?: string;
            /** @description the legal representative of a child under 15 asks for a signing certificate */
            signingForMinor?: boolean;
            resident: components["schemas"]["ResidentInput"];
            /**
             * Format: base64
             * @description PKCS #10 of a key inside the card (DER): it never leaves the card
             */
            authentication: string;
        };
        Clock: {
            /** Format: date-time */
            now: string;
            /** @description ahead of the real time; negative: behind */
            offsetSeconds: number;
        };
        Deletion: {
            /** Format: uuid */
            credentialId: string;
            /** @description of the phone it was on */
            model: string;
        };
        Delivery: {
            /** Format: uuid */
            noticeId: string;
            /** @enum {string} */
            kind: "ready-to-register" | "suspended" | "resumed" | "revoked" | "replaced-by-switch" | "card-ended" | "deleted-by-card" | "lapsed";
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            phoneId: string;
            /** @enum {string} */
            channel: "stream" | "push";
            /** @enum {string} */
            state: "waiting" | "delivered" | "undeliverable" | "unneeded";
            attempts: number;
            /** @description of the last attempt */
            failure?: string;
            /**
             * Format: date-time
             * @description when it got into this state
             */
            at: string;
        };
        HandedOutCard: {
            /** Format: uuid */
            cardId: string;
            /** Format: uuid */
            person: string;
            /**
             * Format: date
             * @description the card's last day
             */
            cardExpiry: string;
            certificates: {
                /** Format: base64 */
                signing?: string;
                /** Format: base64 */
                authentication?: string;
                /** Format: base64 */
                signingCa: string;
                /** Format: base64 */
                authenticationCa: string;
            };
        };
        Held: {
            /** Format: uuid */
            person: string;
            /** @description prefecture and name, to tell people of one name apart */
            municipality: string;
            card: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                state: "in-use" | "suspended" | "ended";
            } | null;
            phones: {
                /** Format: uuid */
                credentialId: string;
                /** @enum {string} */
                state: "applied" | "issued" | "active" | "suspended" | "replaced" | "ended";
                /** @enum {string} */
                platform: "android" | "iphone";
                model: string;
            }[];
        };
        Holder: {
            /** @description the same for all certificates of one person */
            holder: string;
        };
        HolderQuestionInput: {
            /** @enum {string} */
            kind: "signing" | "authentication";
            /**
             * Format: base64
             * @description DER
             */
            certificate: string;
        };
        Nonce: {
            nonce: string;
            /**
             * Format: date-time
             * @description Our time: statements carry it, whatever the clock of the phone says
             */
            now: string;
            /** Format: date-time */
            expiresAt: string;
        };
        Notice: {
            /**
             * Format: uuid
             * @description the same in the inbox, the stream and the push
             */
            id: string;
            /** @enum {string} */
            kind: "ready-to-register" | "suspended" | "resumed" | "revoked" | "replaced-by-switch" | "card-ended" | "deleted-by-card" | "lapsed";
            title: string;
            text: string;
            /**
             * Format: uuid
             * @description the one that the credential concerned came from
             */
            applicationId: string;
            /** Format: uuid */
            credentialId?: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description when the phone said that the resident has seen it
             */
            shownAt?: string;
            /** @description its push could not be delivered */
            undeliverable: boolean;
        };
        Person: {
            /** Format: uuid */
            person: string;
            /** @description prefecture and name, to tell people of one name apart */
            municipality: string;
            card: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                state: "in-use" | "suspended" | "ended";
            } | null;
            phones: {
                /** Format: uuid */
                credentialId: string;
                /** @enum {string} */
                state: "applied" | "issued" | "active" | "suspended" | "replaced" | "ended";
                /** @enum {string} */
                platform: "android" | "iphone";
                model: string;
            }[];
            resident: components["schemas"]["Resident"];
            cardExpiry: string | null;
            certificates: {
                card: {
                    /** @enum {string} */
                    kind: "signing" | "authentication";
                    /** @enum {string} */
                    status: "signed" | "good" | "hold" | "revoked";
                    /** @description lower-case hex */
                    serialNumber: string;
                    /** Format: date-time */
                    notAfter: string;
                }[];
                phones: {
                    /** @enum {string} */
                    kind: "signing" | "authentication";
                    /** @enum {string} */
                    status: "signed" | "good" | "hold" | "revoked";
                    /** @description lower-case hex */
                    serialNumber: string;
                    /** Format: date-time */
                    notAfter: string;
                }[];
            };
        };
        PersonChangeInput: {
            /**
             * Format: base64
             * @description PKCS #10 of the new signing key; left out where the card has no signing certificate and gets none
             */
            signing?: string;
            /** @description the legal representative of a child under 15 asks for a signing certificate */
            signingForMinor?: boolean;
            /** @constant */
            change: "move";
            resident: components["schemas"]["ResidentInput"];
        } | {
            /**
             * Format: base64
             * @description PKCS #10 of the new signing key; left out where the card has no signing certificate and gets none
             */
            signing?: string;
            /** @description the legal representative of a child under 15 asks for a signing certificate */
            signingForMinor?: boolean;
            /** @constant */
            change: "name";
            resident: components["schemas"]["ResidentInput"];
        } | {
            /** @constant */
            change: "death";
        };
        PhoneCredential: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            /** @enum {string} */
            purpose: "new" | "switch" | "resume";
            /** @enum {string} */
            state: "applied" | "issued" | "active" | "suspended" | "replaced" | "ended";
            /**
             * @description why it is suspended, replaced or ended
             * @enum {string}
             */
            reason?: "withdrawn" | "lapsed" | "revoked" | "revoked-by-card" | "deleted-by-card" | "switched" | "resumed" | "lost" | "stolen" | "expired" | "card-ended" | "card-returned" | "card-renewed" | "card-reissued" | "moved" | "name-changed" | "died";
            /** @description that were applied for */
            kinds: ("signing" | "authentication")[];
            certificates: {
                /** @enum {string} */
                kind: "signing" | "authentication";
                /** @enum {string} */
                status: "signed" | "good" | "hold" | "revoked";
                /** @description of hold or revoked, RFC 5280 §5.3.1 */
                reason?: string;
                /** Format: date-time */
                since: string;
                /** @description lower-case hex */
                serialNumber: string;
                /** Format: date-time */
                notAfter: string;
            }[];
            /**
             * @description of an iPhone: status of its attributes
             * @enum {string}
             */
            attributes?: "signed" | "good" | "hold" | "revoked";
            /**
             * Format: date-time
             * @description when the last kind in use expires
             */
            until?: string;
            history: {
                /** Format: date-time */
                at: string;
                /** @description 'apply', or an event of the lifecycle's table */
                event: string;
                /** @enum {string} */
                state: "applied" | "issued" | "active" | "suspended" | "replaced" | "ended";
                /** @enum {string} */
                reason?: "withdrawn" | "lapsed" | "revoked" | "revoked-by-card" | "deleted-by-card" | "switched" | "resumed" | "lost" | "stolen" | "expired" | "card-ended" | "card-returned" | "card-renewed" | "card-reissued" | "moved" | "name-changed" | "died";
                /** @description of revoke-one: which */
                kinds?: ("signing" | "authentication")[];
            }[];
        };
        PhoneProblem: {
            /**
             * @description stays for ever; programs decide by it
             * @enum {string}
             */
            code: "ALREADY_ON_THIS_PHONE" | "ALREADY_REGISTERED" | "APPLICATION_ON_ITS_WAY" | "APPLICATION_OVER" | "APP_TOO_OLD" | "ATTRIBUTES_MISMATCH" | "BODY_TOO_LARGE" | "CARD_CERTIFICATE_EXPIRED" | "CARD_CERTIFICATE_MISSING" | "CARD_CERTIFICATE_REVOKED" | "CARD_CERTIFICATE_SUSPENDED" | "CARD_CERTIFICATE_UNTRUSTED" | "CARD_OF_ANOTHER_PERSON" | "CLOCK_OUT_OF_RANGE" | "CONSENT_UNKNOWN" | "CREDENTIAL_OVER" | "CREDENTIAL_SUSPENDED" | "DPOP_INVALID" | "DPOP_TIME" | "DPOP_USED" | "ENDING" | "FACE_CHECK_INVALID" | "HEADERS_TOO_LARGE" | "HOST_UNKNOWN" | "HTTP_MALFORMED" | "IDEMPOTENCY_KEY_REUSED" | "INTERNAL" | "KEY_TOO_WEAK" | "KEY_USED" | "KIND_NOT_THERE" | "MEDIA_TYPE_UNSUPPORTED" | "NONCE_EXPIRED" | "NONCE_UNKNOWN" | "NONCE_USED" | "NOTHING_TO_DELETE" | "NOTHING_TO_RESUME" | "NOTHING_TO_SWITCH" | "NOT_FOUND" | "NOT_ISSUED_YET" | "NOT_REGISTERED_YET" | "ORIGIN_REFUSED" | "OS_TOO_OLD" | "PAGES_NOT_BUILT" | "PERSON_HAS_A_PHONE" | "PHONE_CERTIFICATE_EXPIRED" | "PHONE_CERTIFICATE_REVOKED" | "PHONE_CERTIFICATE_SUSPENDED" | "PHONE_CERTIFICATE_UNTRUSTED" | "PHONE_HAS_A_PERSON" | "PHONE_HAS_ONE" | "PHONE_NOT_SUPPORTED" | "PHONE_UNKNOWN" | "PREFLIGHT_INVALID" | "PUSH_SERVICE_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_KEY_INVALID" | "REQUEST_MISMATCH" | "REQUEST_SIGNER_WRONG" | "REQUEST_TIMEOUT" | "SIGNATURE_INVALID" | "STARTING" | "STATEMENT_INVALID" | "STATEMENT_TIME" | "SWITCH_ONLY_ANDROID" | "UNBLOCKING_KEY_MISSING" | "URI_MALFORMED" | "URI_TOO_LONG" | "WALLET_ENDS_WHOLE";
            /** @description a page that explains the code, in the same party */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description what a person can do now */
            next: string;
            requestId?: string;
        } & {
            [key: string]: unknown;
        };
        Problem: {
            /**
             * @description stays for ever; programs decide by it
             * @enum {string}
             */
            code: "BODY_TOO_LARGE" | "ENDING" | "HEADERS_TOO_LARGE" | "HOST_UNKNOWN" | "HTTP_MALFORMED" | "INTERNAL" | "MEDIA_TYPE_UNSUPPORTED" | "NOT_FOUND" | "ORIGIN_REFUSED" | "PAGES_NOT_BUILT" | "PREFLIGHT_INVALID" | "REQUEST_INVALID" | "REQUEST_TIMEOUT" | "STARTING" | "URI_MALFORMED" | "URI_TOO_LONG";
            /** @description a page that explains the code, in the same party */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description what a person can do now */
            next: string;
            requestId?: string;
        } & {
            [key: string]: unknown;
        };
        ProblemEntry: {
            /** @enum {string} */
            code: "ALREADY_ON_THIS_PHONE" | "ALREADY_REGISTERED" | "APPLICATION_ON_ITS_WAY" | "APPLICATION_OVER" | "APP_TOO_OLD" | "ATTRIBUTES_MISMATCH" | "BODY_TOO_LARGE" | "BROWSER_REFUSED" | "CARD_CERTIFICATE_EXPIRED" | "CARD_CERTIFICATE_MISSING" | "CARD_CERTIFICATE_REVOKED" | "CARD_CERTIFICATE_SUSPENDED" | "CARD_CERTIFICATE_UNTRUSTED" | "CARD_ENDED" | "CARD_EXPIRED" | "CARD_KEY_MISSING" | "CARD_NOT_SUSPENDED" | "CARD_OF_ANOTHER_PERSON" | "CARD_SUSPENDED" | "CHANGE_REFUSED" | "CLOCK_OUT_OF_RANGE" | "CONSENT_UNKNOWN" | "CREDENTIAL_OVER" | "CREDENTIAL_SUSPENDED" | "DPOP_INVALID" | "DPOP_TIME" | "DPOP_USED" | "ENDING" | "FACE_CHECK_INVALID" | "HEADERS_TOO_LARGE" | "HOST_UNKNOWN" | "HTTP_MALFORMED" | "IDEMPOTENCY_KEY_REUSED" | "INTERNAL" | "KEY_TOO_WEAK" | "KEY_USED" | "KIND_NOT_THERE" | "MEDIA_TYPE_UNSUPPORTED" | "NONCE_EXPIRED" | "NONCE_UNKNOWN" | "NONCE_USED" | "NOTHING_TO_DELETE" | "NOTHING_TO_RESUME" | "NOTHING_TO_SUSPEND" | "NOTHING_TO_SWITCH" | "NOT_FOUND" | "NOT_ISSUED_YET" | "NOT_REGISTERED_YET" | "ORIGIN_REFUSED" | "OS_TOO_OLD" | "PAGES_NOT_BUILT" | "PERSON_HAS_A_PHONE" | "PHONE_CERTIFICATE_EXPIRED" | "PHONE_CERTIFICATE_REVOKED" | "PHONE_CERTIFICATE_SUSPENDED" | "PHONE_CERTIFICATE_UNTRUSTED" | "PHONE_HAS_A_PERSON" | "PHONE_HAS_ONE" | "PHONE_NOT_SUPPORTED" | "PHONE_UNKNOWN" | "PREFLIGHT_INVALID" | "PUSH_SERVICE_UNKNOWN" | "REQUEST_INVALID" | "REQUEST_KEY_INVALID" | "REQUEST_MISMATCH" | "REQUEST_SIGNER_WRONG" | "REQUEST_TIMEOUT" | "RESIDENT_INVALID" | "ROLE_REQUIRED" | "SIGNATURE_INVALID" | "SIGNING_UNDER_AGE" | "STARTING" | "STATEMENT_INVALID" | "STATEMENT_TIME" | "SWITCH_ONLY_ANDROID" | "UNBLOCKING_KEY_MISSING" | "URI_MALFORMED" | "URI_TOO_LONG" | "WALLET_ENDS_WHOLE";
            status: number;
            title: {
                ja: string;
                en: string;
            };
            /** @description what a person can do now */
            next: {
                ja: string;
                en: string;
            };
        };
        PushKey: {
            /** @description applicationServerKey of the Push API, base64url */
            publicKey: string;
        };
        PushSubscriptionInput: {
            endpoint: string;
            expirationTime?: number | null;
            keys: {
                p256dh: string;
                auth: string;
            };
        };
        RegisterProblem: {
            /**
             * @description stays for ever; programs decide by it
             * @enum {string}
             */
            code: "BODY_TOO_LARGE" | "BROWSER_REFUSED" | "CARD_CERTIFICATE_EXPIRED" | "CARD_CERTIFICATE_REVOKED" | "CARD_CERTIFICATE_SUSPENDED" | "CARD_CERTIFICATE_UNTRUSTED" | "CARD_ENDED" | "CARD_EXPIRED" | "CARD_KEY_MISSING" | "CARD_NOT_SUSPENDED" | "CARD_SUSPENDED" | "CHANGE_REFUSED" | "CLOCK_OUT_OF_RANGE" | "ENDING" | "HEADERS_TOO_LARGE" | "HOST_UNKNOWN" | "HTTP_MALFORMED" | "IDEMPOTENCY_KEY_REUSED" | "INTERNAL" | "KEY_USED" | "MEDIA_TYPE_UNSUPPORTED" | "NOTHING_TO_SUSPEND" | "NOT_FOUND" | "ORIGIN_REFUSED" | "PAGES_NOT_BUILT" | "PHONE_CERTIFICATE_EXPIRED" | "PHONE_CERTIFICATE_REVOKED" | "PHONE_CERTIFICATE_SUSPENDED" | "PHONE_CERTIFICATE_UNTRUSTED" | "PREFLIGHT_INVALID" | "REQUEST_INVALID" | "REQUEST_KEY_INVALID" | "REQUEST_TIMEOUT" | "RESIDENT_INVALID" | "ROLE_REQUIRED" | "SIGNING_UNDER_AGE" | "STARTING" | "URI_MALFORMED" | "URI_TOO_LONG";
            /** @description a page that explains the code, in the same party */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description what a person can do now */
            next: string;
            requestId?: string;
        } & {
            [key: string]: unknown;
        };
        RegisteredHolder: {
            /** Format: uuid */
            person: string;
            /**
             * @description of the certificate
             * @enum {string}
             */
            carrier: "card" | "phone";
            resident: components["schemas"]["Resident"];
        };
        Registration: {
            /** Format: uuid */
            credentialId: string;
            certificates: {
                /** @enum {string} */
                kind: "signing" | "authentication";
                /**
                 * Format: base64
                 * @description DER
                 */
                certificate: string;
                /**
                 * Format: base64
                 * @description DER of the issuing CA
                 */
                issuer: string;
            }[];
            /** @description of an iPhone, for its wallet (3-D) */
            attributes?: components["schemas"]["Attributes"];
        };
        RenewalOrderInput: {
            /**
             * Format: base64
             * @description PKCS #10 of the new signing key; left out where the card has no signing certificate and gets none
             */
            signing?: string;
            /** @description the legal representative of a child under 15 asks for a signing certificate */
            signingForMinor?: boolean;
            /**
             * Format: base64
             * @description PKCS #10 of a key inside the card (DER): it never leaves the card
             */
            authentication: string;
        };
        Resident: {
            /** @description family and given name, separated by a full-width space */
            name: string;
            kana: string;
            latin: string;
            /** @description from the prefecture on, without postal code */
            address: string;
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            sex: "male" | "female" | "not-applicable";
            municipality: {
                code: string;
                prefecture: string;
                name: string;
                prefectureLatin: string;
                nameLatin: string;
            };
            myNumber: string;
        };
        ResidentInput: {
            /** @description family and given name, separated by a full-width space */
            name: string;
            kana: string;
            latin: string;
            /** @description from the prefecture on, without postal code */
            address: string;
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            sex: "male" | "female" | "not-applicable";
            municipality: {
                code: string;
                prefecture: string;
                name: string;
                prefectureLatin: string;
                nameLatin: string;
            };
            myNumber: string;
        };
        RoleTokens: {
            counter: string;
            hotline: string;
            operator: string;
            verifier: string;
        };
        StaffProblem: {
            /**
             * @description stays for ever; programs decide by it
             * @enum {string}
             */
            code: "BODY_TOO_LARGE" | "BROWSER_REFUSED" | "CARD_ENDED" | "CARD_EXPIRED" | "CARD_KEY_MISSING" | "CARD_NOT_SUSPENDED" | "CARD_SUSPENDED" | "CHANGE_REFUSED" | "CLOCK_OUT_OF_RANGE" | "ENDING" | "HEADERS_TOO_LARGE" | "HOST_UNKNOWN" | "HTTP_MALFORMED" | "IDEMPOTENCY_KEY_REUSED" | "INTERNAL" | "KEY_USED" | "MEDIA_TYPE_UNSUPPORTED" | "NOTHING_TO_SUSPEND" | "NOT_FOUND" | "ORIGIN_REFUSED" | "PAGES_NOT_BUILT" | "PREFLIGHT_INVALID" | "REQUEST_INVALID" | "REQUEST_KEY_INVALID" | "REQUEST_TIMEOUT" | "RESIDENT_INVALID" | "ROLE_REQUIRED" | "SIGNING_UNDER_AGE" | "STARTING" | "URI_MALFORMED" | "URI_TOO_LONG";
            /** @description a page that explains the code, in the same party */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description what a person can do now */
            next: string;
            requestId?: string;
        } & {
            [key: string]: unknown;
        };
        SupportedPhones: {
            minimumAppVersion: string;
            phones: {
                /** @enum {string} */
                platform: "android" | "iphone";
                model: string;
                minimumOsVersion: string;
            }[];
        };
        SuspensionOrderInput: {
            /** Format: uuid */
            person: string;
            /** @enum {string} */
            what: "phone" | "card" | "both";
            /** @enum {string} */
            reason: "lost" | "stolen";
        };
        Trust: {
            /** @description true: all that is issued here is made up */
            sandbox: boolean;
            anchors: {
                /** @enum {string} */
                kind: "signing" | "authentication";
                /** @description 1 for the first; all have one name, and a key identifier each */
                generation: number;
                /**
                 * Format: base64
                 * @description DER of the root
                 */
                certificate: string;
                /** Format: uri */
                ocsp: string;
            }[];
            /** @description the CAs of iPhones' attributes (ISO/IEC 18013-5 annex B) */
            attributes: {
                docType: string;
                /** @description oldest generation first */
                iacas: string[];
            };
            /**
             * Format: uri
             * @description where a sandbox stamps times (RFC 3161 §3.4), by certificates of its signing anchors; nobody stamps when operating
             */
            timeStamping?: string;
        };
        Unblocking: {
            unblockingKeys: components["schemas"]["UnblockingKeys"];
        };
        UnblockingKeys: {
            /** Format: base64 */
            signing?: string;
            /** Format: base64 */
            authentication?: string;
        };
        UnblockingKeysInput: {
            /** Format: base64 */
            signing?: string;
            /** Format: base64 */
            authentication?: string;
        };
        VerifierProblem: {
            /**
             * @description stays for ever; programs decide by it
             * @enum {string}
             */
            code: "BODY_TOO_LARGE" | "CARD_CERTIFICATE_UNTRUSTED" | "CLOCK_OUT_OF_RANGE" | "ENDING" | "HEADERS_TOO_LARGE" | "HOST_UNKNOWN" | "HTTP_MALFORMED" | "IDEMPOTENCY_KEY_REUSED" | "INTERNAL" | "KEY_USED" | "MEDIA_TYPE_UNSUPPORTED" | "NOT_FOUND" | "ORIGIN_REFUSED" | "PAGES_NOT_BUILT" | "PHONE_CERTIFICATE_UNTRUSTED" | "PREFLIGHT_INVALID" | "REQUEST_INVALID" | "REQUEST_KEY_INVALID" | "REQUEST_TIMEOUT" | "ROLE_REQUIRED" | "STARTING" | "URI_MALFORMED" | "URI_TOO_LONG";
            /** @description a page that explains the code, in the same party */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description what a person can do now */
            next: string;
            requestId?: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    explainProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemEntry"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nonce"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    apply: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key": string;
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
                /** @description how long the "some minutes" until issuing take in a sandbox, at any hour where it says so; elsewhere it means nothing */
                "sandbox-pace"?: "at-once" | "real" | "slow" | "any-hour";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: byte
                     * @description CMS SignedData (DER) by the card's signing key over the application statement
                     */
                    application: string;
                    unblockingKeys?: components["schemas"]["UnblockingKeysInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    checkApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: byte
                     * @description CMS SignedData (DER) by the card's signing key over the application statement
                     */
                    application: string;
                };
            };
        };
        responses: {
            /** @description it would be accepted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    showApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key": string;
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    withdrawApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key": string;
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    showCurrentCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneCredential"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    showPhoneCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneCredential"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    revokeCredential: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key": string;
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: byte
                     * @description CMS SignedData (DER) by a key of the phone or the card's signing key over the request statement
                     */
                    request: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneCredential"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    deleteOnOtherPhone: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key": string;
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: byte
                     * @description CMS SignedData (DER) by the card's signing key over the request statement
                     */
                    request: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    unblockCredential: {
        parameters: {
            query?: never;
            header: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key": string;
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: byte
                     * @description CMS SignedData (DER) by the card's signing key over the request statement
                     */
                    request: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unblocking"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    showAttributes: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attributes"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    listSupportedPhones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportedPhones"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"][];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    streamNotices: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream; each event `notice` has a Notice as data */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    markShown: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a waiting push is no longer sent */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    showPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKey"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscriptionInput"];
            };
        };
        responses: {
            /** @description from the next notice on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description DPoP proof by the device key (RFC 9449), without access token */
                dpop?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description also when there was none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneProblem"];
                };
            };
        };
    };
    handOutCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedOutCard"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    endCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "returned" | "superseded" | "key-compromise" | "lost";
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    releaseCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: byte
                     * @description PKCS #10 of the new signing key; left out where the card has no signing certificate and gets none
                     */
                    signing?: string;
                    /** @description the legal representative of a child under 15 asks for a signing certificate */
                    signingForMinor?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedOutCard"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    renewCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewalOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedOutCard"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    findRegisteredHolder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolderQuestionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredHolder"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterProblem"];
                };
            };
        };
    };
    showPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedOutCard"];
                };
            };
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    findPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description as on the card; width and spaces do not matter */
                    name: string;
                    /** Format: date */
                    birthDate: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Held"][];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    suspend: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key gives the same answer and does nothing twice */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspensionOrderInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Held"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                state?: "waiting" | "delivered" | "undeliverable" | "unneeded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"][];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    findHolder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolderQuestionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holder"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifierProblem"];
                };
            };
        };
    };
    showClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    moveClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    now: string;
                } | {
                    offsetSeconds: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    showTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleTokens"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffProblem"];
                };
            };
        };
    };
    showTrust: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trust"];
                };
            };
            /** @description RFC 9457; `code` tells which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
