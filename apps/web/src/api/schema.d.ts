/** Written by `npm run api:types` from the OpenAPI document of the running system; do not edit. */
export interface paths {
    "/api/v1/points-of-sale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Points of sale the caller may see */
        get: operations["pointsOfSale_list"];
        put?: never;
        /** Adds a point of sale (Admin) */
        post: operations["pointsOfSale_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points-of-sale/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One point of sale */
        get: operations["pointsOfSale_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what the body names (Admin) */
        patch: operations["pointsOfSale_change"];
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users the caller may see
         * @description All of them for Admin; for others themselves and those who share a point of sale.
         */
        get: operations["users_list"];
        put?: never;
        /**
         * Adds a user (Admin)
         * @description 409 `EMAIL_TAKEN` when another user has the address in whatever case; 422 `UNKNOWN_POINT_OF_SALE`.
         */
        post: operations["users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user */
        get: operations["users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes what the body names (Admin)
         * @description A new password, another role or `active: false` ends the sessions of the user. 409 `LAST_ADMIN` when nobody would be left to administer Relance; 422 `UNKNOWN_POINT_OF_SALE`.
         */
        patch: operations["users_change"];
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, without their secret (Admin) */
        get: operations["apiKeys_list"];
        put?: never;
        /**
         * Creates an API key and shows it, this once (Admin)
         * @description Send the key as `X-Api-Key`. 422 `UNKNOWN_POINT_OF_SALE` when there is no such point of sale.
         */
        post: operations["apiKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes an API key (Admin)
         * @description It works no more; revoking it again changes nothing.
         */
        delete: operations["apiKeys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in
         * @description 401 `INVALID_CREDENTIALS` whether the address is unknown, the account inactive or the password wrong. After ten failures in 15 minutes for one address from one place: 429.
         */
        post: operations["auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goes on with a session by its refresh cookie
         * @description Each cookie is good for one use and replaced by the next; one used before ends the session. 401 `SESSION_ENDED`: sign in again.
         */
        post: operations["auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs out
         * @description Ends the session of the refresh cookie, if there is one.
         */
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["me_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leads of the points of sale one may see
         * @description All filters given hold at once; those that take several values (repeated, or separated by commas) want any of them. A cursor goes with the filters and the sort it was given for.
         */
        get: operations["listLeads"];
        put?: never;
        /** Takes a lead in; its clock starts at `receivedAt` (S2.10) */
        post: operations["takeLeadIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/adf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes one ADF 1.0 document in, as car portals send it
         * @description What has no field of its own is kept in the message of the lead. Entities are never expanded.
         */
        post: operations["takeAdfIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes leads in from a CSV file, streamed: good rows are kept, bad ones come back with line and reason
         * @description The answer is written while the file is read. With an `Idempotency-Key`, a file that is sent again makes no lead twice.
         */
        post: operations["importLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** « Prendre en charge »: assigns the lead to me */
        post: operations["takeInCharge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assigns the lead to a user, or to another point of sale (S2.8) */
        post: operations["assignLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/contact-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Declares the contact (S0.2); CONTACTED handles the lead (S1.7) */
        put: operations["declareContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Books an appointment: alerts pause (S1.7) */
        post: operations["bookAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/appointments/{appointmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancels an appointment: the clock runs on (S1.7) */
        delete: operations["cancelAppointment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopens a handled or closed lead: its clock runs on (D5) */
        post: operations["reopenLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Edits the deadline; remaining reminders move in proportion (D8) */
        put: operations["editDeadline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * « Gagnée », « Perdue », or « En Traitement » again
         * @description « En Traitement » needs the permission `lead.reopen` too.
         */
        put: operations["setLeadStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lead, as it is now */
        get: operations["getLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that happened to a lead, newest first (S1.7, S2.9) */
        get: operations["getLeadTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points-of-sale/{id}/settings/incoming-leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings that hold for new leads of a point of sale
         * @description Before anybody saved some: ten minutes, two reminders, always open, with the ETag `"0"`.
         */
        get: operations["getIncomingLeadSettings"];
        /**
         * Saves settings for leads created from now on and, if asked, for open ones (D6)
         * @description Open leads that are not overdue, running or paused: what they have used of their time counts, and reminders that left are not sent again. Should the answer be lost, the application goes on all the same.
         */
        put: operations["saveIncomingLeadSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the gateway is alive. */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything it needs is there; names each dependency. */
        get: operations["health_ready"];
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
        PointOfSaleList: {
            items: components["schemas"]["PointOfSale"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        /** @description A dealership site. */
        PointOfSale: {
            /** Format: uuid */
            id: string;
            /** @example Garage du Port */
            name: string;
            /** @example Europe/Paris */
            timeZone: string;
            /**
             * @description ISO 3166-1 alpha-2 code.
             * @example FR
             */
            country: string;
            /**
             * @description Brands sold; one written twice is kept once.
             * @example [
             *       "Peugeot"
             *     ]
             */
            brands: string[];
            /**
             * @description Types of lead handled here (S1.11); one written twice is kept once.
             * @example [
             *       "VN",
             *       "VO",
             *       "APV",
             *       "VD"
             *     ]
             */
            tradeAttributes: ("VN" | "VO" | "APV" | "VD")[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @example {
         *       "name": "Garage du Port",
         *       "timeZone": "Europe/Paris",
         *       "brands": [
         *         "Peugeot"
         *       ]
         *     }
         */
        NewPointOfSaleInput: {
            /** @example Garage du Port */
            name: string;
            /**
             * @description IANA time zone name.
             * @example Europe/Paris
             */
            timeZone: string;
            /**
             * @description ISO 3166-1 alpha-2 code.
             * @default FR
             * @example FR
             */
            country: string;
            /**
             * @description Brands sold; one written twice is kept once.
             * @default []
             * @example [
             *       "Peugeot"
             *     ]
             */
            brands: string[];
            /**
             * @description Types of lead handled here (S1.11); one written twice is kept once.
             * @default [
             *       "VN",
             *       "VO",
             *       "APV",
             *       "VD"
             *     ]
             * @example [
             *       "VN",
             *       "VO",
             *       "APV",
             *       "VD"
             *     ]
             */
            tradeAttributes: ("VN" | "VO" | "APV" | "VD")[];
        };
        /**
         * @example {
         *       "name": "Garage du Vieux-Port"
         *     }
         */
        PointOfSaleChangeInput: {
            /** @example Garage du Port */
            name?: string;
            /**
             * @description IANA time zone name.
             * @example Europe/Paris
             */
            timeZone?: string;
            /**
             * @description ISO 3166-1 alpha-2 code.
             * @example FR
             */
            country?: string;
            /**
             * @description Brands sold; one written twice is kept once.
             * @example [
             *       "Peugeot"
             *     ]
             */
            brands?: string[];
            /**
             * @description Types of lead handled here (S1.11); one written twice is kept once.
             * @example [
             *       "VN",
             *       "VO",
             *       "APV",
             *       "VD"
             *     ]
             */
            tradeAttributes?: ("VN" | "VO" | "APV" | "VD")[];
        };
        UserList: {
            items: components["schemas"]["User"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        /** @description A person; only points of sale the reader may see are named. */
        User: {
            /** Format: uuid */
            id: string;
            /** @example Zoé Martin */
            name: string;
            email: string;
            /** @enum {string} */
            role: "ADMIN" | "MANAGER" | "SALESPERSON" | "CALL_CENTRE" | "MARKETING";
            /** @description An inactive user cannot sign in. */
            active: boolean;
            pointsOfSale: {
                /** Format: uuid */
                id: string;
                name: string;
                /**
                 * @description Types of lead this person handles there (S1.5).
                 * @example [
                 *       "VN",
                 *       "VO"
                 *     ]
                 */
                leadTypes: ("VN" | "VO" | "APV" | "VD")[];
            }[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @example {
         *       "name": "Zoé Martin",
         *       "email": "zoe.martin@garage-du-port.relance.example",
         *       "password": "une phrase assez longue",
         *       "role": "SALESPERSON",
         *       "pointsOfSale": [
         *         {
         *           "id": "01990000-0000-7000-8000-000000000101",
         *           "leadTypes": [
         *             "VN",
         *             "VO"
         *           ]
         *         }
         *       ]
         *     }
         */
        NewUserInput: {
            /** @example Zoé Martin */
            name: string;
            /**
             * Format: email
             * @example zoe.martin@garage-du-port.relance.example
             */
            email: string;
            /**
             * Format: password
             * @example une phrase assez longue
             */
            password: string;
            /** @enum {string} */
            role: "ADMIN" | "MANAGER" | "SALESPERSON" | "CALL_CENTRE" | "MARKETING";
            /**
             * @description Where this person works; a point of sale named twice gets both sets of types.
             * @default []
             */
            pointsOfSale: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Types of lead this person handles there (S1.5).
                 * @example [
                 *       "VN",
                 *       "VO"
                 *     ]
                 */
                leadTypes: ("VN" | "VO" | "APV" | "VD")[];
            }[];
        };
        /**
         * @example {
         *       "active": false
         *     }
         */
        UserChangeInput: {
            /** @example Zoé Martin */
            name?: string;
            /** @enum {string} */
            role?: "ADMIN" | "MANAGER" | "SALESPERSON" | "CALL_CENTRE" | "MARKETING";
            /** @description Where this person works; a point of sale named twice gets both sets of types. */
            pointsOfSale?: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Types of lead this person handles there (S1.5).
                 * @example [
                 *       "VN",
                 *       "VO"
                 *     ]
                 */
                leadTypes: ("VN" | "VO" | "APV" | "VD")[];
            }[];
            active?: boolean;
            /**
             * Format: password
             * @example une phrase assez longue
             */
            password?: string;
        };
        ApiKeyList: {
            items: components["schemas"]["ApiKey"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        /** @description An API key without its secret. */
        ApiKey: {
            /** Format: uuid */
            id: string;
            /** @example Site du Garage du Port */
            name: string;
            /**
             * @description The one thing this key may be used for.
             * @enum {string}
             */
            purpose: "LEAD_SOURCE" | "TELEPHONY";
            /** Format: uuid */
            pointOfSaleId: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Right to the minute; null when never used. */
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        /**
         * @example {
         *       "name": "Site du Garage du Port",
         *       "purpose": "LEAD_SOURCE",
         *       "pointOfSaleId": "01990000-0000-7000-8000-000000000101"
         *     }
         */
        NewApiKeyInput: {
            /** @example Site du Garage du Port */
            name: string;
            /**
             * @description The one thing this key may be used for.
             * @enum {string}
             */
            purpose: "LEAD_SOURCE" | "TELEPHONY";
            /** Format: uuid */
            pointOfSaleId: string;
        };
        CreatedApiKey: {
            /** Format: uuid */
            id: string;
            /** @example Site du Garage du Port */
            name: string;
            /**
             * @description The one thing this key may be used for.
             * @enum {string}
             */
            purpose: "LEAD_SOURCE" | "TELEPHONY";
            /** Format: uuid */
            pointOfSaleId: string;
            /**
             * @description Shown in this answer only; it cannot be read again.
             * @example rlk_mX0p2sYx4wq3T5bC1oJ8hZ7vN6kLrD9eUuGfAaWiHtQ
             */
            key: string;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @example {
         *       "email": "admin@relance.example",
         *       "password": "Relance-demo-2026"
         *     }
         */
        CredentialsInput: {
            /**
             * Format: email
             * @example zoe.martin@garage-du-port.relance.example
             */
            email: string;
            /** Format: password */
            password: string;
        };
        SignedIn: {
            /** @description Send it as `Authorization: Bearer …`. */
            accessToken: string;
            /**
             * Format: date-time
             * @description End of the access token; refresh before it.
             */
            expiresAt: string;
            user: components["schemas"]["SignedInUser"];
        };
        SignedInUser: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "ADMIN" | "MANAGER" | "SALESPERSON" | "CALL_CENTRE" | "MARKETING";
            /** @description Those this person may see; all of them for Admin. */
            pointsOfSale: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        /** @description Why the request was refused (RFC 9457). */
        Problem: {
            /** @description A URN that names the kind of problem; follows from `code`. */
            type: string;
            title: string;
            status: number;
            detail: string;
            /**
             * @description Stable, for programs.
             * @example VALIDATION_FAILED
             */
            code: string;
            /** @description Each wrong field; the path is joined with dots, empty for the whole request. */
            errors: {
                path: string;
                message: string;
            }[];
        };
        /**
         * @description A demand of one contact at one point of sale
         * @example {
         *       "pointOfSaleId": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90",
         *       "type": "VO",
         *       "source": {
         *         "name": "LeBonCoin",
         *         "category": "Annonces"
         *       },
         *       "contact": {
         *         "firstName": "Camille",
         *         "lastName": "Durand",
         *         "email": "camille.durand@example.com",
         *         "phone": "06 12 34 56 78"
         *       },
         *       "message": "La voiture est-elle toujours disponible ?",
         *       "tags": [
         *         "Particulier"
         *       ],
         *       "vehicle": {
         *         "make": "Peugeot",
         *         "model": "208",
         *         "year": 2022,
         *         "mileageKm": 31000,
         *         "condition": "USED",
         *         "priceCents": 1549000,
         *         "currency": "EUR"
         *       },
         *       "externalId": "LBC-20261121-0042"
         *     }
         */
        NewLeadInput: {
            /** @description Needed unless an API key implies it */
            pointOfSaleId?: string | null;
            /**
             * @description Trade attribute (S1.11)
             * @enum {string}
             */
            type: "VN" | "VO" | "APV" | "VD";
            source: components["schemas"]["NewLeadSourceInput"];
            contact: components["schemas"]["NewLeadContactInput"];
            /** @description What the contact wrote */
            message?: string | null;
            /** @description Free tags, e.g. "Particulier" */
            tags?: (string & (unknown & unknown))[] | null;
            vehicle?: components["schemas"]["NewLeadVehicleInput"] | null;
            /** @description Vehicles offered in exchange */
            tradeIns?: components["schemas"]["NewLeadVehicleInput"][] | null;
            /** @description Id at the source: the same one again at the same point of sale and source is the same lead */
            externalId?: (string & (unknown & unknown)) | null;
            /** @description When the demand was made: the clock starts there. Default now; at most a year ago, never later */
            receivedAt?: string | null;
        };
        /** @description Where the lead comes from */
        NewLeadSourceInput: {
            name: string & (unknown & unknown);
            category?: string | null;
        };
        /** @description Who asks: at least one of the four is needed */
        NewLeadContactInput: {
            firstName?: string | null;
            lastName?: string | null;
            /** @description Normalised by the service; an address that cannot be one is kept in the message of the lead */
            email?: string | null;
            /** @description Any way of writing it; stored as E.164, read in the country of the point of sale. What is no telephone number is kept in the message of the lead */
            phone?: string | null;
        } | {
            firstName: string;
        } | {
            lastName: string;
        } | {
            email: string;
        } | {
            phone: string;
        };
        /** @description A vehicle asked about, or offered in exchange */
        NewLeadVehicleInput: {
            /** @description Brand, e.g. "Peugeot" */
            make?: string | null;
            /** @description Model, e.g. "208" */
            model?: string | null;
            /** @description Trim or engine, e.g. "1.2 PureTech 100 Allure" */
            version?: string | null;
            /** @description Model year */
            year?: number | null;
            /** @description Vehicle identification number, as received */
            vin?: string | null;
            /** @description Registration plate, as received */
            registration?: string | null;
            /** @description Kilometres run */
            mileageKm?: number | null;
            condition?: ("NEW" | "USED") | null;
            /** @description Price in cents of the currency */
            priceCents?: number | null;
            /**
             * @description ISO 4217 code
             * @example EUR
             */
            currency?: (string & (unknown & unknown)) | null;
        };
        /** @description One demand of one contact at one point of sale, with one deadline */
        Lead: {
            /** Format: uuid */
            id: string;
            /** @description System code, e.g. L-2026-000042 */
            code: string;
            /** Format: uuid */
            pointOfSaleId: string;
            /** @enum {string} */
            type: "VN" | "VO" | "APV" | "VD";
            source: {
                name: string;
                category: string | null;
            };
            tags: string[];
            contact: {
                firstName: string | null;
                lastName: string | null;
                email: string | null;
                /** @description E.164 */
                phone: string | null;
            };
            message: string | null;
            vehicle: components["schemas"]["NewLeadVehicle"] | null;
            tradeIns: components["schemas"]["NewLeadVehicle"][];
            externalId: string | null;
            assigneeId: string | null;
            /** @enum {string} */
            status: "IN_PROGRESS" | "WON" | "LOST";
            closeReason: string | null;
            /**
             * @description Declared by the user (S0.2)
             * @enum {string}
             */
            contactStatus: "TO_CONTACT" | "CONTACTED" | "NO_ANSWER" | "APPOINTMENT_SET";
            contactStatusDetail: string | null;
            /** @description As sent by the source; null when it sent none */
            externalStatus: {
                received: string;
                label: string;
                known: boolean;
            } | null;
            callTracking: {
                available: boolean;
                status: string | null;
                label: string | null;
            };
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the clock started
             */
            receivedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            lastActivityAt: string;
            /**
             * Format: date-time
             * @description While paused: as it stood when the pause began
             */
            deadlineAt: string;
            /** @description Open time left (D7), whole seconds, rounded up */
            remainingSeconds: number;
            paused: boolean;
            pauseReasons: ("CLOSED" | "HANDLED" | "APPOINTMENT")[];
            overdue: boolean;
            handledAt: string | null;
            reminders: {
                number: number;
                /** @description Null while the clock stands still */
                dueAt: string | null;
                sentAt: string | null;
                /** @description Set when it could not leave in time */
                missedAt: string | null;
            }[];
            opportunityId: string | null;
        };
        /** @description A vehicle asked about, or offered in exchange */
        NewLeadVehicle: {
            /** @description Brand, e.g. "Peugeot" */
            make?: string | null;
            /** @description Model, e.g. "208" */
            model?: string | null;
            /** @description Trim or engine, e.g. "1.2 PureTech 100 Allure" */
            version?: string | null;
            /** @description Model year */
            year?: number | null;
            /** @description Vehicle identification number, as received */
            vin?: string | null;
            /** @description Registration plate, as received */
            registration?: string | null;
            /** @description Kilometres run */
            mileageKm?: number | null;
            condition?: ("NEW" | "USED") | null;
            /** @description Price in cents of the currency */
            priceCents?: number | null;
            /**
             * @description ISO 4217 code
             * @example EUR
             */
            currency?: (string & (unknown & unknown)) | null;
        };
        LeadImport: {
            rejected: {
                /** @description Line of the file where the record starts; the header is line 1 */
                line: number;
                errors: {
                    path: string;
                    /** @description In French, for people */
                    message: string;
                }[];
            }[];
            /** @description Leads taken in, or known already by their external id */
            accepted: number;
            /** @description Present when the import could not go on: the lines before are kept; send the file again */
            interrupted?: {
                afterLine: number;
                detail: string;
            };
        };
        LeadAssignmentInput: {
            /** @description Null: to nobody */
            userId?: string | null;
            /**
             * Format: uuid
             * @description Another point of sale (S2.8)
             */
            pointOfSaleId?: string;
        } | unknown | unknown;
        ContactDeclarationInput: {
            /** @enum {string} */
            status: "TO_CONTACT" | "CONTACTED" | "NO_ANSWER" | "APPOINTMENT_SET";
            detail?: string | null;
        };
        NewAppointmentInput: {
            /** Format: date-time */
            at: string;
        };
        BookedAppointment: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            lead: components["schemas"]["Lead"];
        };
        NewDeadlineInput: {
            /** Format: date-time */
            deadlineAt: string;
        };
        NewLeadStatusInput: {
            /** @enum {string} */
            status: "IN_PROGRESS" | "WON" | "LOST";
            reason?: string | null;
        };
        LeadList: {
            items: components["schemas"]["Lead"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        Timeline: {
            items: components["schemas"]["TimelineItem"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        /** @description One thing that happened to a lead */
        TimelineItem: {
            id: string;
            /** @description E.g. `lead.reminderSent` */
            type: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            occurredAt: string;
            actor: {
                /** @enum {string} */
                kind: "user" | "apiKey" | "service" | "system";
                id: string | null;
                /** @description Of a user */
                name: string | null;
            } | null;
            /** @description What happened, in French; instants in the zone of the point of sale */
            sentence: string;
            data: Record<string, never>;
        };
        IncomingLeadSettings: {
            /** @description « Durée de vie (en minutes) » */
            lifetimeMinutes: number;
            /** @description « Activer le rappel avant entrée en souffrance » */
            reminderEnabled: boolean;
            /** @description « Nombre de rappels », spread evenly over the lifetime (S1.3) */
            reminderCount: 1 | 2;
            openingHours: components["schemas"]["OpeningHours"] | null;
            /** @description IANA name of the zone the opening hours are in */
            timeZone: string;
            /** @description How many leads « Appliquer aux leads ouverts » would change */
            openLeads: number;
        };
        OpeningHours: {
            week: {
                /** @description Ranges `[from, to]` in local time; none: closed */
                mon: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                tue: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                wed: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                thu: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                fri: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                sat: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                sun: [
                    string,
                    string
                ][];
            };
            /**
             * @description Closed on French public holidays, or on none
             * @default null
             */
            publicHolidays: "FR" | null;
            /**
             * @description Local dates, e.g. 2026-12-24
             * @default []
             */
            closings: string[];
        };
        IncomingLeadSettingsEditInput: {
            /** @description « Durée de vie (en minutes) » */
            lifetimeMinutes: number;
            /** @description « Activer le rappel avant entrée en souffrance » */
            reminderEnabled: boolean;
            /** @description « Nombre de rappels », spread evenly over the lifetime (S1.3) */
            reminderCount: 1 | 2;
            /** @description Null or absent: the clock runs always (D7) */
            openingHours?: components["schemas"]["OpeningHoursInput"] | null;
            /**
             * @description « Appliquer aux leads ouverts » (D6)
             * @default false
             */
            applyToOpenLeads: boolean;
        };
        OpeningHoursInput: {
            week: {
                /** @description Ranges `[from, to]` in local time; none: closed */
                mon: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                tue: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                wed: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                thu: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                fri: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                sat: [
                    string,
                    string
                ][];
                /** @description Ranges `[from, to]` in local time; none: closed */
                sun: [
                    string,
                    string
                ][];
            };
            /**
             * @description Closed on French public holidays, or on none
             * @default null
             */
            publicHolidays: "FR" | null;
            /**
             * @description Local dates, e.g. 2026-12-24
             * @default []
             */
            closings: string[];
        };
        SavedIncomingLeadSettings: {
            /** @description « Durée de vie (en minutes) » */
            lifetimeMinutes: number;
            /** @description « Activer le rappel avant entrée en souffrance » */
            reminderEnabled: boolean;
            /** @description « Nombre de rappels », spread evenly over the lifetime (S1.3) */
            reminderCount: 1 | 2;
            openingHours: components["schemas"]["OpeningHours"] | null;
            /** @description IANA name of the zone the opening hours are in */
            timeZone: string;
            /** @description How many leads « Appliquer aux leads ouverts » would change */
            openLeads: number;
            /** @description How many open leads the new settings were applied to */
            applied: number;
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
    pointsOfSale_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Order; a minus sign turns it round. */
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointOfSaleList"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pointsOfSale_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPointOfSaleInput"];
            };
        };
        responses: {
            /** @description It was added. */
            201: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointOfSale"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pointsOfSale_get: {
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
            /** @description The point of sale. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointOfSale"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pointsOfSale_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointOfSaleChangeInput"];
            };
        };
        responses: {
            /** @description The point of sale after the change. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointOfSale"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read; nothing was written. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Order; a minus sign turns it round. */
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                /** @description Only people who work at this point of sale. */
                pointOfSaleId?: string;
                active?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUserInput"];
            };
        };
        responses: {
            /** @description The user was added. */
            201: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_get: {
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
            /** @description The user. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChangeInput"];
            };
        };
        responses: {
            /** @description The user after the change. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read; nothing was written. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apiKeys_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Order; a minus sign turns it round. */
                sort?: "createdAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apiKeys_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKeyInput"];
            };
        };
        responses: {
            /** @description The key. Keep it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apiKeys_revoke: {
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
            /** @description The key is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialsInput"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    /** @description The refresh cookie `relance_refresh` (HttpOnly, SameSite=Strict). */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    /** @description The refresh cookie `relance_refresh` (HttpOnly, SameSite=Strict). */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is signed in any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, as in login. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInUser"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLeads: {
        parameters: {
            query?: {
                status?: ("IN_PROGRESS" | "WON" | "LOST")[];
                contactStatus?: ("TO_CONTACT" | "CONTACTED" | "NO_ANSWER" | "APPOINTMENT_SET")[];
                /** @description « En souffrance » at the moment of the question, whatever any worker did */
                overdue?: "true" | "false";
                /** @description Whether the clock stands still (D5) */
                paused?: "true" | "false";
                /** @description A user, `me`, or `none` for leads nobody is in charge of */
                assigneeId?: string | ("me" | "none");
                pointOfSaleId?: string[];
                type?: ("VN" | "VO" | "APV" | "VD")[];
                /** @description Name of the source, in whatever case */
                source?: string;
                /** @description Leads that carry this tag */
                tag?: string;
                callTracking?: ("NONE" | "TO_CALL_BACK" | "CALLED" | "NOT_CALLED_BACK" | "CALLED_BACK_LATE")[];
                /** @description Beginnings of words of the name, e-mail, telephone number or code of the lead; all of them must be found */
                q?: string;
                /** @description Created at this instant or later */
                createdFrom?: string;
                /** @description Created before this instant */
                createdTo?: string;
                /** @description Order; a minus sign turns it round */
                sort?: "-createdAt" | "createdAt" | "-deadlineAt" | "deadlineAt";
                /** @description Items on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadList"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeLeadIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLeadInput"];
            };
        };
        responses: {
            /** @description The source sent this `externalId` before: the lead there is. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The lead was taken in; also the answer to a repeated `Idempotency-Key`. */
            201: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeAdfIn: {
        parameters: {
            query?: {
                /** @description Needed unless an API key implies it */
                pointOfSaleId?: string;
                /** @description When the document says neither new nor used */
                type?: "VN" | "VO" | "APV" | "VD";
            };
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-adf+xml": string;
                "application/xml": string;
                "text/xml": string;
            };
        };
        responses: {
            /** @description The source sent this `externalId` before: the lead there is. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The lead was taken in; also the answer to a repeated `Idempotency-Key`. */
            201: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importLeads: {
        parameters: {
            query?: {
                /** @description For rows that name none; needed unless an API key implies it */
                pointOfSaleId?: string;
                /** @description For files without a column « type » */
                type?: "VN" | "VO" | "APV" | "VD";
                /** @description For files without a column « source » */
                source?: string & (unknown & unknown);
            };
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description What became of the lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadImport"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeInCharge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadAssignmentInput"];
            };
        };
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareContact: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactDeclarationInput"];
            };
        };
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read; nothing was written. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookAppointment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAppointmentInput"];
            };
        };
        responses: {
            /** @description It is booked. */
            201: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedAppointment"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                appointmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editDeadline: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeadlineInput"];
            };
        };
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read; nothing was written. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLeadStatus: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLeadStatusInput"];
            };
        };
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state it is in does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read; nothing was written. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLead: {
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
            /** @description The lead. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeadTimeline: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIncomingLeadSettings: {
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
            /** @description The settings. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingLeadSettings"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveIncomingLeadSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncomingLeadSettingsEditInput"];
            };
        };
        responses: {
            /** @description The settings, and how many open leads they were applied to. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedIncomingLeadSettings"];
                };
            };
            /** @description The request does not have the documented shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has changed since it was read; nothing was written. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The media type is not taken here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to go on. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of the system is not available; `Retry-After` says when to try again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "live";
                        /** @example gateway */
                        service: string;
                    };
                };
            };
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything is there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        status: "ready" | "unavailable";
                        /** @example gateway */
                        service: string;
                        dependencies: {
                            /** @example leads.database */
                            name: string;
                            /** @enum {unknown} */
                            status: "up" | "down";
                        }[];
                    };
                };
            };
            /** @description Something is missing. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        status: "ready" | "unavailable";
                        /** @example gateway */
                        service: string;
                        dependencies: {
                            /** @example leads.database */
                            name: string;
                            /** @enum {unknown} */
                            status: "up" | "down";
                        }[];
                    };
                };
            };
        };
    };
}
