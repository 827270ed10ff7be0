/* eslint-disable -- Made by generate.ts from the routes; not to be edited. */

export interface paths {
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
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
                    content?: never;
                };
            };
        };
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
        /** A nonce for one application statement */
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
        /** Apply for certificates on a phone (2-C, 2-D) */
        post: operations["apply"];
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
    "/phone-credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State, kinds and validity of a credential of this phone */
        get: operations["showPhoneCredential"];
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
    "/counter/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand out a card: certificates for the keys inside it (sandbox) */
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
        /** Take a card back: its certificates, and the phone certificates that hang on it, are revoked */
        post: operations["endCard"];
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
    "/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trust anchors of this sandbox */
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
        ProblemInput: {
            /** @description a page that explains the code, in the same party */
            type: string;
            title: string;
            status: number;
            /** @description stays for ever; programs decide by it */
            code: string;
            detail?: string;
            /** @description what a person can do now */
            next: string;
            requestId?: string;
        } & {
            [key: string]: unknown;
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
        ApplicationInput: {
            /** Format: uuid */
            id: string;
            /** @description what a resident reads out on the telephone, e.g. 'K-7Q2M9' */
            receiptNumber: string;
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
        RegistrationInput: {
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
        };
        PhoneCredentialInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "applied" | "issued" | "active" | "suspended" | "replaced" | "ended";
            kinds: ("signing" | "authentication")[];
            certificates: {
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
        NonceInput: {
            nonce: string;
            /** Format: date-time */
            expiresAt: string;
        };
        CardOrderInput: {
            resident: components["schemas"]["ResidentInput"];
            /**
             * Format: base64
             * @description PKCS #10 of a key inside the card (DER): it never leaves the card
             */
            signing: string;
            /**
             * Format: base64
             * @description PKCS #10 of a key inside the card (DER): it never leaves the card
             */
            authentication: string;
        };
        HandedOutCardInput: {
            /** Format: uuid */
            cardId: string;
            /**
             * Format: date
             * @description the card's last day
             */
            cardExpiry: string;
            certificates: {
                /** Format: base64 */
                signing: string;
                /** Format: base64 */
                authentication: string;
                /** Format: base64 */
                signingCa: string;
                /** Format: base64 */
                authenticationCa: string;
            };
        };
        NoticeInput: {
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
             * @description when the phone said that it has been seen
             */
            shownAt?: string;
            /** @description it was to be pushed, and could not be */
            undeliverable: boolean;
        };
        TrustInput: {
            /** @constant */
            sandbox: true;
            anchors: {
                /** @enum {string} */
                kind: "signing" | "authentication";
                /**
                 * Format: base64
                 * @description DER of the root
                 */
                certificate: string;
                /** Format: uri */
                ocsp: string;
            }[];
        };
        ClockInput: {
            /** Format: date-time */
            now: string;
            /** @description ahead of the real time; negative: behind */
            offsetSeconds: number;
        };
        Problem: {
            /** @description a page that explains the code, in the same party */
            type: string;
            title: string;
            status: number;
            /** @description stays for ever; programs decide by it */
            code: string;
            detail?: string;
            /** @description what a person can do now */
            next: string;
            requestId?: string;
        } & {
            [key: string]: unknown;
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
        Application: {
            /** Format: uuid */
            id: string;
            /** @description what a resident reads out on the telephone, e.g. 'K-7Q2M9' */
            receiptNumber: string;
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
        };
        PhoneCredential: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "applied" | "issued" | "active" | "suspended" | "replaced" | "ended";
            kinds: ("signing" | "authentication")[];
            certificates: {
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
        Nonce: {
            nonce: string;
            /** Format: date-time */
            expiresAt: string;
        };
        CardOrder: {
            resident: components["schemas"]["Resident"];
            /**
             * Format: base64
             * @description PKCS #10 of a key inside the card (DER): it never leaves the card
             */
            signing: string;
            /**
             * Format: base64
             * @description PKCS #10 of a key inside the card (DER): it never leaves the card
             */
            authentication: string;
        };
        HandedOutCard: {
            /** Format: uuid */
            cardId: string;
            /**
             * Format: date
             * @description the card's last day
             */
            cardExpiry: string;
            certificates: {
                /** Format: base64 */
                signing: string;
                /** Format: base64 */
                authentication: string;
                /** Format: base64 */
                signingCa: string;
                /** Format: base64 */
                authenticationCa: string;
            };
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
             * @description when the phone said that it has been seen
             */
            shownAt?: string;
            /** @description it was to be pushed, and could not be */
            undeliverable: boolean;
        };
        Trust: {
            /** @constant */
            sandbox: true;
            anchors: {
                /** @enum {string} */
                kind: "signing" | "authentication";
                /**
                 * Format: base64
                 * @description DER of the root
                 */
                certificate: string;
                /** Format: uri */
                ocsp: string;
            }[];
        };
        Clock: {
            /** Format: date-time */
            now: string;
            /** @description ahead of the real time; negative: behind */
            offsetSeconds: number;
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
                    "application/json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
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
                    "application/json": components["schemas"]["Registration"];
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
                    "application/json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "returned" | "superseded" | "key-compromise";
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
                    "application/json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["Problem"];
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
