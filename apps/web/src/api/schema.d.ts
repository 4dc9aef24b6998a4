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
        /**
         * Adds a point of sale
         * @description 403 for those who may act within their own points of sale only: a new one is nobody’s.
         */
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
        /** Changes what the body names */
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
         * Adds a user
         * @description Without a password they are sent an invitation by e-mail to choose one. 409 `EMAIL_TAKEN` when another user has the address in whatever case; 422 `UNKNOWN_POINT_OF_SALE`. Who is not Admin adds nobody who may more than themselves (403), and somebody to at least one of their own points of sale (422 `POINT_OF_SALE_NEEDED`).
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
         * Changes what the body names
         * @description A new password, another role or `active: false` ends the sessions of the user; who loses a point of sale leaves its teams. 409 `LAST_ADMIN` when nobody would be left to administer Relance, `EMAIL_TAKEN` when another user has the address; 422 `UNKNOWN_POINT_OF_SALE`; 403 `OWN_ACCOUNT` for the own password, which `PUT /me/password` changes. Who is not Admin edits nobody who may, or would, more than themselves, of themselves neither role, address, password nor being active, and of people who also work elsewhere nothing but the points of sale they share: 403.
         */
        patch: operations["users_change"];
        trace?: never;
    };
    "/api/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends an invitation once more
         * @description To somebody who has chosen no password yet; the link of the one before works no more. Otherwise 409 `NOTHING_TO_INVITE_TO`.
         */
        post: operations["users_inviteAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams of the points of sale the caller may see */
        get: operations["teams_list"];
        put?: never;
        /**
         * Adds a team to a point of sale
         * @description 422 `UNKNOWN_POINT_OF_SALE`, and `MEMBER_NOT_OF_POINT_OF_SALE` when somebody named does not belong to it. A member who loses the point of sale leaves the team.
         */
        post: operations["teams_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One team */
        get: operations["teams_get"];
        put?: never;
        post?: never;
        /**
         * Dissolves a team
         * @description Its members stay where they are.
         */
        delete: operations["teams_remove"];
        options?: never;
        head?: never;
        /**
         * Changes what the body names: the name, the members
         * @description 422 `MEMBER_NOT_OF_POINT_OF_SALE` when somebody named does not belong to the point of sale.
         */
        patch: operations["teams_change"];
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys of the points of sale the caller may see, without their secret */
        get: operations["apiKeys_list"];
        put?: never;
        /**
         * Creates an API key and shows it, this once
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
         * Revokes an API key
         * @description It works no more; revoking it again changes nothing.
         */
        delete: operations["apiKeys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lead sources of the points of sale the caller may see */
        get: operations["leadSources_list"];
        put?: never;
        /**
         * Adds a lead source: a form on a website
         * @description 422 `UNKNOWN_POINT_OF_SALE` when the caller sees no such point of sale.
         */
        post: operations["leadSources_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lead source */
        get: operations["leadSources_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a lead source
         * @description Its form is taken no more; the leads it brought stay as they are.
         */
        delete: operations["leadSources_remove"];
        options?: never;
        head?: never;
        /**
         * Changes what the body names
         * @description 422 `UNKNOWN_POINT_OF_SALE` when the caller sees no such point of sale.
         */
        patch: operations["leadSources_change"];
        trace?: never;
    };
    "/api/v1/lead-sources/{id}/renew-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a lead source another form token
         * @description Forms with the old token are taken no more: put the new one into the page.
         */
        post: operations["leadSources_renewToken"];
        delete?: never;
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
         * @description 401 `INVALID_CREDENTIALS` whether the address is unknown, the account inactive or the password wrong. After five failures from one place, thirty from all, or fifty of one place for whatever accounts, each further one has to wait longer, up to 15 minutes: 429, whether or not somebody has the address. Where an account has signed in before only its own failures there count. A link for another password (`POST /auth/password-reset`) lifts it.
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
         * @description Each cookie is good for one use and replaced by the next; one used more than ten seconds before ends the session. 401 `SESSION_ENDED`: sign in again.
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
    "/api/v1/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs out everywhere
         * @description Ends every session of the caller, this one included, and makes their access tokens void.
         */
        post: operations["signOutEverywhere_signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a link to choose another password
         * @description The same answer whether or not somebody has this e-mail address. The link works for an hour and once; asking again replaces it. Too many for one account are not sent; too many from one network address: 429.
         */
        post: operations["passwordLinks_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chooses the password a link is for
         * @description Ends every session of that person; sign in with the new password. 422 `PASSWORD_LINK_INVALID` when the link was used, has expired or was replaced.
         */
        post: operations["passwordLinks_confirm"];
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
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes one’s own password
         * @description Ends the other sessions. Access tokens given before are good no more: go on with `POST /auth/refresh`. 422 `WRONG_PASSWORD` when the current one is wrong; after five of those, 429 for a while.
         */
        put: operations["me_changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role may see and do (Admin, S2.12) */
        get: operations["roles_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{role}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says what a role may see and do (Admin, S2.12)
         * @description It holds within two seconds for everybody who is signed in, both ways. `If-Match` is the `version` in quotes. 409 `ROLE_NOT_EDITABLE` for Admin; 422 `PERMISSION_NOT_GRANTABLE` for what only Admin can have, `LEAD_READ_NEEDED` for what shows leads (all on leads but `lead.create` and `lead.import`) without `lead.read`.
         */
        put: operations["roles_save"];
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
         * @description The answer begins while the file is read and says what was rejected at its end, so that a client may send all before it reads. With an `Idempotency-Key`, a file that is sent again makes no lead twice.
         */
        post: operations["importLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * « Prendre en charge » many leads: assigns them to me
         * @description Each lead is changed on its own: some can fail while the others are done. With an `Idempotency-Key`, a request that broke off goes on where it stopped when it is sent again.
         */
        post: operations["takeLeadsInCharge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assigns many leads to a user, to nobody, or to another point of sale (S2.8)
         * @description Each lead is changed on its own: some can fail while the others are done. With an `Idempotency-Key`, a request that broke off goes on where it stopped when it is sent again.
         */
        post: operations["assignLeads"];
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
    "/api/v1/leads/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many leads of the points of sale one may see are overdue, to contact, mine, open, or there at all */
        get: operations["countLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The leads of the points of sale one may see as a CSV file, with the filters and the sort of the list
         * @description UTF-8 with a byte order mark, semicolons, French headers, instants in the zone of the point of sale. Cells that a spreadsheet would take for a formula begin with an apostrophe. However many leads there are, the file is written while it is read; should that break off, the answer ends without its last chunk. A lead that changes meanwhile is as it was when its line was written.
         */
        get: operations["exportLeads"];
        put?: never;
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
    "/api/v1/lead-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My views, in my order; 50 at most */
        get: operations["listLeadViews"];
        put?: never;
        /** Keeps filters of the list under a name */
        post: operations["createLeadView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Renames a view of mine, changes it, or moves it */
        put: operations["saveLeadView"];
        post?: never;
        /** Deletes a view of mine */
        delete: operations["deleteLeadView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * « Remarque »: writes something about a lead, for the timeline
         * @description The ETag of the lead stays as it is.
         */
        post: operations["addRemark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edits the contact of a lead; number and address are normalised as those of a new lead */
        patch: operations["editContact"];
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
    "/api/v1/lead-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My imports, newest first; Admin sees all */
        get: operations["listLeadImports"];
        put?: never;
        /**
         * Takes the file of an import, up to 100 MiB, and says what its columns are
         * @description Encoding (UTF-8, UTF-16, windows-1252) and delimiter (`;` `,` tab `|`) are recognised. Nothing is imported before `start`; a file that is not started within a day is forgotten. One person has at most 10 such files, and 500 MiB of files with those that are kept for a week after their end.
         */
        post: operations["uploadLeadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import and how far it is
         * @description While it runs the numbers move at least once a second; asking costs one row.
         */
        get: operations["getLeadImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what the columns hold, and imports the file in the background
         * @description Who uploaded it starts it, with their points of sale. It goes on whatever is restarted meanwhile, and begins later if it must. At most 3 run at once.
         */
        post: operations["startLeadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an import and forgets its file; leads that were taken in stay */
        post: operations["cancelLeadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-imports/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines that were not taken in, as CSV: the original columns, « Ligne » and « Motif »
         * @description In UTF-8 with semicolons; kept for a week after the end. Cells that would be formulas are marked.
         */
        get: operations["getRejectedLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{formToken}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in a form of a website: as the browser sends it, or as JSON from any origin
         * @description Public. A plain `<form method="post" accept-charset="utf-8">` is answered with a page in French, or sent on to the thank-you page of the lead source; JSON gets JSON. The same content again within ten minutes makes no second lead. `website` is a trap for robots and has to stay empty. One address may send so many forms a minute.
         */
        post: operations["submitLeadForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lead-sources/{id}/test-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes in a lead of this source, of « Test Relance » and with the tag « Test » */
        post: operations["sendTestLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens to leads, as it happens.
         * @description Server-sent events about leads of the caller's points of sale. Messages hold ids; what they are about is read as usual.
         *
         *     | event | data |
         *     |---|---|
         *     | `ready` | the first message: what happens from now on is told |
         *     | `lead` | array of `LiveLead`, in the order in which it happened, gathered over 0.2 s at most while there is much |
         *     | `settings` | array of `LiveSettings` |
         *     | `resync` | some changes may not have been told: what is shown is to be read again |
         *
         *     A comment comes every 15 s. The stream ends when the access token does, when the caller's rights change, or when the caller takes too
         *     little of it; connect again then, and read again what is shown. Kinds of messages that are not known are to be passed over.
         */
        get: operations["live_events"];
        put?: never;
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
            /**
             * @description Short names of its departments, in the order given; one written twice is kept once.
             * @example [
             *       "Ventes neuves",
             *       "Occasions",
             *       "Après-vente"
             *     ]
             */
            departments: string[];
            /** @description One that is not active is kept for what happened there: its API keys are good no more. */
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @example {
         *       "name": "Garage du Port",
         *       "timeZone": "Europe/Paris",
         *       "country": "FR",
         *       "brands": [
         *         "Peugeot"
         *       ],
         *       "tradeAttributes": [
         *         "VN",
         *         "VO",
         *         "APV",
         *         "VD"
         *       ],
         *       "departments": [
         *         "Ventes neuves",
         *         "Occasions",
         *         "Après-vente"
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
            /**
             * @description Short names of its departments, in the order given; one written twice is kept once.
             * @default []
             * @example [
             *       "Ventes neuves",
             *       "Occasions",
             *       "Après-vente"
             *     ]
             */
            departments: string[];
            /**
             * @description One that is not active is kept for what happened there: its API keys are good no more.
             * @default true
             */
            active: boolean;
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
            /**
             * @description Short names of its departments, in the order given; one written twice is kept once.
             * @example [
             *       "Ventes neuves",
             *       "Occasions",
             *       "Après-vente"
             *     ]
             */
            departments?: string[];
            /** @description One that is not active is kept for what happened there: its API keys are good no more. */
            active?: boolean;
        };
        UserList: {
            items: components["schemas"]["User"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        /** @description A person; only points of sale the reader may see, and their teams, are named. */
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
            /** @description Was sent an invitation and has chosen no password yet. */
            invited: boolean;
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
            /** @description See `/teams`, where members are changed. */
            teams: {
                /** Format: uuid */
                id: string;
                name: string;
                /** Format: uuid */
                pointOfSaleId: string;
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
             * @description Without it the person is sent an invitation by e-mail, a link that works once and for seven days.
             * @example une phrase assez longue
             */
            password?: string;
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
            /**
             * Format: email
             * @example zoe.martin@garage-du-port.relance.example
             */
            email?: string;
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
        TeamList: {
            items: components["schemas"]["Team"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        /** @description People of one point of sale who work together. */
        Team: {
            /** Format: uuid */
            id: string;
            /** @example Ventes neuves */
            name: string;
            /** Format: uuid */
            pointOfSaleId: string;
            /** @description In the order of their names. */
            members: {
                /** Format: uuid */
                id: string;
                name: string;
                active: boolean;
            }[];
            /** @description What `If-Match` says, in quotation marks. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @example {
         *       "name": "Ventes neuves",
         *       "pointOfSaleId": "01990000-0000-7000-8000-000000000101",
         *       "memberIds": [
         *         "01990000-0000-7000-8000-000000000203"
         *       ]
         *     }
         */
        NewTeamInput: {
            /** @example Ventes neuves */
            name: string;
            /** Format: uuid */
            pointOfSaleId: string;
            /**
             * @description Ids of users who belong to the point of sale; one named twice is kept once.
             * @default []
             * @example [
             *       "01990000-0000-7000-8000-000000000203"
             *     ]
             */
            memberIds: string[];
        };
        /**
         * @example {
         *       "name": "Véhicules neufs"
         *     }
         */
        TeamChangeInput: {
            /** @example Ventes neuves */
            name?: string;
            /**
             * @description Ids of users who belong to the point of sale; one named twice is kept once.
             * @example [
             *       "01990000-0000-7000-8000-000000000203"
             *     ]
             */
            memberIds?: string[];
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
        LeadSourceList: {
            items: components["schemas"]["LeadSource"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        /** @description Where leads come from by a form on a website. */
        LeadSource: {
            /** Format: uuid */
            id: string;
            /** @example Site du Garage du Port */
            name: string;
            /**
             * @description What leads show before the name: « Site › Internet ».
             * @example Internet
             */
            category: string | null;
            /** Format: uuid */
            pointOfSaleId: string;
            /**
             * @description Type of the leads that come from it.
             * @enum {string}
             */
            leadType: "VN" | "VO" | "APV" | "VD";
            /**
             * @description Public: it stands in the address of the form, `POST /forms/{formToken}`.
             * @example mX0p2sYx4wq3T5bC1oJ8hZ7v
             */
            formToken: string;
            /**
             * @description Where the browser goes after the form was sent; null for a page of ours.
             * @example https://garage-du-port.example/merci
             */
            thankYouUrl: string | null;
            /** @description One that is not active takes no lead. */
            active: boolean;
            /** @description What `If-Match` says, in quotation marks. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @example {
         *       "name": "Site du Garage du Port",
         *       "category": "Internet",
         *       "pointOfSaleId": "01990000-0000-7000-8000-000000000101",
         *       "leadType": "VN",
         *       "thankYouUrl": "https://garage-du-port.example/merci"
         *     }
         */
        NewLeadSourceInput: {
            /** @example Site du Garage du Port */
            name: string;
            /**
             * @description What leads show before the name: « Site › Internet ».
             * @default null
             * @example Internet
             */
            category: string | null;
            /** Format: uuid */
            pointOfSaleId: string;
            /**
             * @description Type of the leads that come from it.
             * @enum {string}
             */
            leadType: "VN" | "VO" | "APV" | "VD";
            /**
             * @description Where the browser goes after the form was sent; null for a page of ours.
             * @default null
             * @example https://garage-du-port.example/merci
             */
            thankYouUrl: string | null;
            /**
             * @description One that is not active takes no lead.
             * @default true
             */
            active: boolean;
        };
        /**
         * @example {
         *       "active": false
         *     }
         */
        LeadSourceChangeInput: {
            /** @example Site du Garage du Port */
            name?: string;
            /**
             * @description What leads show before the name: « Site › Internet ».
             * @example Internet
             */
            category?: string | null;
            /** Format: uuid */
            pointOfSaleId?: string;
            /**
             * @description Type of the leads that come from it.
             * @enum {string}
             */
            leadType?: "VN" | "VO" | "APV" | "VD";
            /**
             * @description Where the browser goes after the form was sent; null for a page of ours.
             * @example https://garage-du-port.example/merci
             */
            thankYouUrl?: string | null;
            /** @description One that is not active takes no lead. */
            active?: boolean;
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
            /** @description What this person may see and do at this moment, in those points of sale (S2.12). */
            permissions: ("lead.read" | "lead.create" | "lead.take" | "lead.assign" | "lead.declare" | "lead.appointment" | "lead.deadline" | "lead.close" | "lead.reopen" | "lead.edit" | "lead.export" | "lead.import" | "settings.read" | "settings.write" | "pointOfSale.write" | "user.read" | "user.write" | "team.write" | "role.write" | "apiKey.manage" | "leadSource.manage" | "workflow.read")[];
        };
        /**
         * @example {
         *       "email": "zoe.martin@relance.example"
         *     }
         */
        PasswordResetInput: {
            /**
             * Format: email
             * @example zoe.martin@garage-du-port.relance.example
             */
            email: string;
        };
        /**
         * @example {
         *       "token": "Zk3vQ0m6hT1x8sYb2pLr5uWc9aJd4eGf7nHiKoMqRtU",
         *       "password": "une phrase assez longue"
         *     }
         */
        PasswordResetConfirmationInput: {
            /** @description The last part of the link. */
            token: string;
            /**
             * Format: password
             * @example une phrase assez longue
             */
            password: string;
        };
        /**
         * @example {
         *       "currentPassword": "Relance-demo-2026",
         *       "newPassword": "une phrase assez longue"
         *     }
         */
        PasswordChangeInput: {
            /** Format: password */
            currentPassword: string;
            /**
             * Format: password
             * @example une phrase assez longue
             */
            newPassword: string;
        };
        RoleList: {
            items: components["schemas"]["RoleRights"][];
        };
        RoleRights: {
            /** @enum {string} */
            role: "ADMIN" | "MANAGER" | "SALESPERSON" | "CALL_CENTRE" | "MARKETING";
            /** @description What people of this role may see and do, in their own points of sale (S2.12). */
            permissions: ("lead.read" | "lead.create" | "lead.take" | "lead.assign" | "lead.declare" | "lead.appointment" | "lead.deadline" | "lead.close" | "lead.reopen" | "lead.edit" | "lead.export" | "lead.import" | "settings.read" | "settings.write" | "pointOfSale.write" | "user.read" | "user.write" | "team.write" | "role.write" | "apiKey.manage" | "leadSource.manage" | "workflow.read")[];
            /** @description Admin may everything, always. */
            editable: boolean;
            /** @description In quotes it is the ETag; 0 until somebody edits the role. */
            version: number;
        };
        /**
         * @example {
         *       "permissions": [
         *         "lead.read",
         *         "lead.take",
         *         "settings.read"
         *       ]
         *     }
         */
        NewRolePermissionsInput: {
            /** @description What people of this role may see and do, in their own points of sale (S2.12). */
            permissions: ("lead.read" | "lead.create" | "lead.take" | "lead.assign" | "lead.declare" | "lead.appointment" | "lead.deadline" | "lead.close" | "lead.reopen" | "lead.edit" | "lead.export" | "lead.import" | "settings.read" | "settings.write" | "pointOfSale.write" | "user.read" | "user.write" | "team.write" | "role.write" | "apiKey.manage" | "leadSource.manage" | "workflow.read")[];
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
            source: components["schemas"]["LeadsNewLeadSourceInput"];
            contact: components["schemas"]["NewLeadContactInput"];
            /** @description What the contact wrote */
            message?: string | null;
            /** @description Free tags, e.g. "Particulier" */
            tags?: (string & (unknown & unknown))[] | null;
            vehicle?: components["schemas"]["NewLeadVehicleInput"] | null;
            /** @description Vehicles offered in exchange */
            tradeIns?: components["schemas"]["NewLeadVehicleInput"][] | null;
            /** @description Id at the source: the same one again at the same point of sale and source is the same lead, wherever that was moved. With a contact who has neither e-mail address nor telephone number in common it is another demand, kept under an id of its own. What says nothing (0, -, n/a, null) is no id */
            externalId?: (string & (unknown & unknown)) | null;
            /** @description When the demand was made: the clock starts there. Default now; at most a year ago, never later */
            receivedAt?: string | null;
        };
        /** @description Where the lead comes from */
        LeadsNewLeadSourceInput: {
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
        /** @description A lead that is known already, to who may not read it; `source` and `contact` are those just sent */
        KnownLead: {
            /** Format: uuid */
            id: string;
            /** @description System code, e.g. L-2026-000042 */
            code: string;
            /** @enum {string} */
            status: "IN_PROGRESS" | "WON" | "LOST";
            source: {
                name: string;
                category: string | null;
            };
            externalId: string | null;
            contact: {
                firstName: string | null;
                lastName: string | null;
                email: string | null;
                /** @description E.164 */
                phone: string | null;
            };
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
        /**
         * @example {
         *       "ids": [
         *         "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90",
         *         "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e91"
         *       ]
         *     }
         */
        LeadsToTakeInput: {
            /** @description 1 to 200 leads; one that is named twice counts once */
            ids: string[];
        };
        /**
         * @description What became of each lead: those that were changed, or were so already, and those that could not
         * @example {
         *       "done": [
         *         {
         *           "id": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90",
         *           "previousAssigneeId": null,
         *           "previousPointOfSaleId": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e02",
         *           "version": 2
         *         }
         *       ],
         *       "failed": [
         *         {
         *           "id": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e91",
         *           "code": "NOT_FOUND",
         *           "detail": "There is nothing here."
         *         }
         *       ]
         *     }
         */
        BulkOutcome: {
            done: {
                /** Format: uuid */
                id: string;
                /** @description For giving it back */
                previousAssigneeId: string | null;
                /**
                 * Format: uuid
                 * @description For giving it back
                 */
                previousPointOfSaleId: string;
                /** @description The ETag of the lead as it is now */
                version: number;
            }[];
            failed: {
                /** Format: uuid */
                id: string;
                /** @description As that of the problem one lead alone would have got, e.g. `LEAD_ALREADY_TAKEN` */
                code: string;
                detail: string;
            }[];
        };
        /**
         * @example {
         *       "ids": [
         *         "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90",
         *         "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e91"
         *       ],
         *       "userId": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e01"
         *     }
         */
        LeadsToAssignInput: {
            /** @description 1 to 200 leads; one that is named twice counts once */
            ids: string[];
            /** @description Null: to nobody */
            userId?: string | null;
            /**
             * Format: uuid
             * @description Another point of sale (S2.8)
             */
            pointOfSaleId?: string;
        } | unknown | unknown;
        /** @description A lead by itself, as its page shows it */
        LeadPage: {
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
            /** @description Where Temporal shows the workflow of the lead; null for who may not look into workflows */
            workflowUrl: string | null;
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
            lead: components["schemas"]["LeadPage"];
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
        /**
         * @description How many leads each tab of the list has; exact up to 10,000
         * @example {
         *       "overdue": 3,
         *       "toContact": 12,
         *       "mine": 7,
         *       "open": 26,
         *       "all": {
         *         "atLeast": 10000
         *       }
         *     }
         */
        LeadCounts: {
            /** @description « En souffrance »: as `overdue=true` */
            overdue: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
            /** @description « À contacter »: as `status=IN_PROGRESS&contactStatus=TO_CONTACT` */
            toContact: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
            /** @description « Mes leads »: as `status=IN_PROGRESS&assigneeId=me` */
            mine: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
            /** @description « En Traitement »: as `status=IN_PROGRESS` */
            open: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
            /** @description « Tous »: without a filter */
            all: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
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
        /**
         * @description One thing that happened to a lead
         * @example {
         *       "id": "4711",
         *       "type": "lead.paused",
         *       "kind": "PAUSE",
         *       "occurredAt": "2026-11-20T10:04:12.000Z",
         *       "actor": {
         *         "kind": "user",
         *         "id": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e01",
         *         "name": "Zoé Martin"
         *       },
         *       "sentence": "Minuteur en pause : rendez-vous pris (reste 6 min 40 s)",
         *       "text": null,
         *       "data": {
         *         "reasons": [
         *           "APPOINTMENT"
         *         ],
         *         "remainingSeconds": 400
         *       }
         *     }
         */
        TimelineItem: {
            id: string;
            /** @description E.g. `lead.reminderSent` */
            type: string;
            /**
             * @description PAUSE and RESUMPTION frame the time in which the clock stood still (D5)
             * @enum {string}
             */
            kind: "RECEIPT" | "ACTION" | "REMARK" | "PAUSE" | "RESUMPTION" | "REMINDER" | "OVERDUE" | "SETTINGS";
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
            /** @description What somebody wrote: of a remark */
            text: string | null;
            data: Record<string, never>;
        };
        LeadViews: {
            items: components["schemas"]["LeadView"][];
        };
        /**
         * @description Filters of the list of leads that somebody keeps under a name
         * @example {
         *       "id": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90",
         *       "name": "VO à rappeler",
         *       "query": {
         *         "type": "VO",
         *         "contactStatus": "NO_ANSWER"
         *       },
         *       "position": 0,
         *       "version": 1
         *     }
         */
        LeadView: {
            /** Format: uuid */
            id: string;
            name: string;
            query: Record<string, never>;
            /** @description From 0, without gaps */
            position: number;
            /** @description Its ETag */
            version: number;
        };
        /**
         * @example {
         *       "name": "VO à rappeler",
         *       "query": {
         *         "type": "VO",
         *         "contactStatus": "NO_ANSWER"
         *       }
         *     }
         */
        NewLeadViewInput: {
            /** @description One of its kind among the views of its owner, in whatever case */
            name: string & (unknown & unknown);
            query: components["schemas"]["LeadViewQueryInput"];
        };
        /**
         * @description Parameters of `GET /leads` without `limit` and `cursor`, as they stand in its address; and `period`: days of creation that follow the calendar, `today`, `yesterday`, `7d`, `30d`, or `2026-11-01..2026-11-15` with one end or both
         * @example {
         *       "status": "IN_PROGRESS",
         *       "type": [
         *         "VN",
         *         "VO"
         *       ],
         *       "assigneeId": "me",
         *       "sort": "deadlineAt"
         *     }
         */
        LeadViewQueryInput: {
            [key: string]: string | string[];
        };
        /**
         * @example {
         *       "name": "VO à rappeler",
         *       "query": {
         *         "type": "VO",
         *         "contactStatus": "NO_ANSWER"
         *       },
         *       "position": 0
         *     }
         */
        LeadViewEditInput: {
            /** @description One of its kind among the views of its owner, in whatever case */
            name: string & (unknown & unknown);
            query: components["schemas"]["LeadViewQueryInput"];
            /** @description Where it goes among the others, from 0; absent: it stays */
            position?: number;
        };
        /**
         * @example {
         *       "text": "Rappeler lundi matin, de préférence avant 10 h."
         *     }
         */
        NewRemarkInput: {
            text: string & (unknown & unknown);
        };
        /**
         * @description What somebody wrote about a lead; it stays as it is
         * @example {
         *       "id": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e99",
         *       "leadId": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90",
         *       "authorId": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e01",
         *       "text": "Rappeler lundi matin, de préférence avant 10 h.",
         *       "createdAt": "2026-11-20T10:10:00.000Z"
         *     }
         */
        Remark: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            leadId: string;
            /** Format: uuid */
            authorId: string;
            text: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
        };
        /**
         * @description What is absent stays; null or blank takes it away. One of the four has to be left.
         * @example {
         *       "lastName": "Durand",
         *       "phone": "06 12 34 56 78"
         *     }
         */
        ContactEditInput: {
            firstName?: string | null;
            lastName?: string | null;
            email?: string | null;
            /** @description Any way of writing it; stored as E.164, read in the country of the point of sale */
            phone?: string | null;
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
        /**
         * @example {
         *       "id": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e91",
         *       "fileName": "salon-2026.csv",
         *       "pointOfSaleId": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e90",
         *       "createdBy": {
         *         "id": "01936f5e-8a3c-7d2b-9f10-2b6f4c1d8e92",
         *         "name": "Zoé Martin"
         *       },
         *       "status": "RUNNING",
         *       "columns": [
         *         {
         *           "index": 0,
         *           "name": "Nom",
         *           "samples": [
         *             "Durand",
         *             "Noël"
         *           ],
         *           "suggestedField": "lastName"
         *         }
         *       ],
         *       "fields": [
         *         {
         *           "name": "lastName",
         *           "required": false,
         *           "repeatable": false
         *         }
         *       ],
         *       "mapping": {
         *         "lastName": 0
         *       },
         *       "defaults": {
         *         "type": "VN",
         *         "source": "Salon de Lyon"
         *       },
         *       "sizeBytes": 15360000,
         *       "progress": {
         *         "readBytes": 6144000,
         *         "sizeBytes": 15360000,
         *         "readLines": 40000,
         *         "accepted": 39950,
         *         "rejected": 50
         *       },
         *       "createdAt": "2026-11-21T14:30:00.000Z",
         *       "startedAt": "2026-11-21T14:31:00.000Z",
         *       "endedAt": null,
         *       "failure": null,
         *       "rejectedUntil": null
         *     }
         */
        LeadImportJob: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** Format: uuid */
            pointOfSaleId: string;
            createdBy: {
                /** Format: uuid */
                id: string;
                name: string | null;
            };
            /** @enum {string} */
            status: "UPLOADED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
            columns: components["schemas"]["LeadImportColumn"][];
            /** @description What columns can hold; at least one of the contact is needed */
            fields: components["schemas"]["LeadImportField"][];
            /** @description As it was started */
            mapping: Record<string, never> | null;
            defaults: components["schemas"]["LeadImportDefaults"] | null;
            sizeBytes: number;
            progress: components["schemas"]["LeadImportProgress"];
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            endedAt: string | null;
            /** @description Why it stopped, in French, for people */
            failure: string | null;
            /** @description Until when the rejected lines are kept, from the end on */
            rejectedUntil: string | null;
        };
        LeadImportColumn: {
            index: number;
            /** @description As the header line writes it; may be empty */
            name: string;
            /** @description The first different values, for people to recognise the column by */
            samples: string[];
            /** @description What the column holds, judging by its name */
            suggestedField: ("firstName" | "lastName" | "fullName" | "email" | "phone" | "type" | "source" | "category" | "message" | "tags" | "make" | "model" | "version" | "year" | "vin" | "registration" | "mileageKm" | "price" | "externalId" | "receivedAt" | "pointOfSaleId") | null;
        };
        LeadImportField: {
            /** @enum {string} */
            name: "firstName" | "lastName" | "fullName" | "email" | "phone" | "type" | "source" | "category" | "message" | "tags" | "make" | "model" | "version" | "year" | "vin" | "registration" | "mileageKm" | "price" | "externalId" | "receivedAt" | "pointOfSaleId";
            /** @description Needs a column, or a value in `defaults` */
            required: boolean;
            /** @description Several columns may hold it */
            repeatable: boolean;
        };
        LeadImportDefaults: {
            /** @description For rows without a type */
            type?: ("VN" | "VO" | "APV" | "VD") | null;
            /** @description For rows without a source */
            source?: (string & (unknown & unknown)) | null;
            /** @description Goes with `source` */
            category?: string | null;
        };
        LeadImportProgress: {
            readBytes: number;
            sizeBytes: number;
            /** @description Lines of data, without the header and blank ones */
            readLines: number;
            /** @description Leads taken in, or known already by their external id */
            accepted: number;
            rejected: number;
        };
        LeadImportList: {
            items: components["schemas"]["LeadImportJob"][];
            nextCursor: string | null;
            total: number | {
                /** @enum {number} */
                atLeast: 10000;
            };
        };
        /**
         * @example {
         *       "mapping": {
         *         "lastName": 0,
         *         "firstName": 1,
         *         "email": 2,
         *         "phone": [
         *           3,
         *           4
         *         ],
         *         "make": 5,
         *         "model": 6
         *       },
         *       "defaults": {
         *         "type": "VN",
         *         "source": "Salon de Lyon"
         *       }
         *     }
         */
        LeadImportStartInput: {
            /** @description Which column holds what; several for what is repeatable. Other columns are ignored */
            mapping: {
                [key: string]: number | number[];
            };
            defaults?: components["schemas"]["LeadImportDefaultsInput"];
        };
        LeadImportDefaultsInput: {
            /** @description For rows without a type */
            type?: ("VN" | "VO" | "APV" | "VD") | null;
            /** @description For rows without a source */
            source?: (string & (unknown & unknown)) | null;
            /** @description Goes with `source` */
            category?: string | null;
        };
        /**
         * @example {
         *       "received": true
         *     }
         */
        LeadFormReceived: {
            /** @enum {boolean} */
            received: true;
        };
        /** @description Something happened to a lead. `left`: it went to a point of sale that the listener does not see, and is to be shown no more. */
        LiveLead: {
            /** Format: uuid */
            leadId: string;
            /**
             * Format: uuid
             * @description Where the lead is; for `left`, where it was.
             */
            pointOfSaleId: string;
            /**
             * @example lead.assigned
             * @example left
             */
            event: string;
            /** Format: date-time */
            at: string;
        };
        /** @description The settings for incoming leads of a point of sale were saved. */
        LiveSettings: {
            /** Format: uuid */
            pointOfSaleId: string;
            /** Format: date-time */
            at: string;
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
                /** @description Part of the name or of the e-mail address, whatever its case and accents. */
                q?: string;
                role?: "ADMIN" | "MANAGER" | "SALESPERSON" | "CALL_CENTRE" | "MARKETING";
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
    users_inviteAgain: {
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
            /** @description The e-mail is on its way. */
            202: {
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
    teams_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Order; a minus sign turns it round. */
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                /** @description Only teams of this point of sale. */
                pointOfSaleId?: string;
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
                    "application/json": components["schemas"]["TeamList"];
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
    teams_create: {
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
                "application/json": components["schemas"]["NewTeamInput"];
            };
        };
        responses: {
            /** @description The team was added. */
            201: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
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
    teams_get: {
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
            /** @description The team. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
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
    teams_remove: {
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
            /** @description There is no such team any more. */
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
    teams_change: {
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
                "application/json": components["schemas"]["TeamChangeInput"];
            };
        };
        responses: {
            /** @description The team after the change. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
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
                /** @description Only keys of this point of sale. */
                pointOfSaleId?: string;
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
    leadSources_list: {
        parameters: {
            query?: {
                /** @description Items on a page. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Order; a minus sign turns it round. */
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                /** @description Only lead sources of this point of sale. */
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
                    "application/json": components["schemas"]["LeadSourceList"];
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
    leadSources_create: {
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
                "application/json": components["schemas"]["NewLeadSourceInput"];
            };
        };
        responses: {
            /** @description It was added, with its form token. */
            201: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadSource"];
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
    leadSources_get: {
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
            /** @description The lead source. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadSource"];
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
    leadSources_remove: {
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
            /** @description There is no such lead source any more. */
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
    leadSources_change: {
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
                "application/json": components["schemas"]["LeadSourceChangeInput"];
            };
        };
        responses: {
            /** @description The lead source after the change. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadSource"];
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
    leadSources_renewToken: {
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
            /** @description The lead source with its new token. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadSource"];
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
    signOutEverywhere_signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is signed in any more with this account. */
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
    passwordLinks_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetInput"];
            };
        };
        responses: {
            /** @description If somebody has this address, an e-mail is on its way. */
            202: {
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
    passwordLinks_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetConfirmationInput"];
            };
        };
        responses: {
            /** @description The password is chosen. */
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
    me_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeInput"];
            };
        };
        responses: {
            /** @description The password is changed. */
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
    roles_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
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
    roles_save: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                role: "ADMIN" | "MANAGER" | "SALESPERSON" | "CALL_CENTRE" | "MARKETING";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRolePermissionsInput"];
            };
        };
        responses: {
            /** @description The role after the change. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRights"];
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
            /** @description The source sent this `externalId` before: the lead there is, as it is now. A person without the right to read it, or a key that did not take it in, is told which lead it is and no more. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"] | components["schemas"]["KnownLead"];
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
            /** @description The source sent this `externalId` before: the lead there is, as it is now. A person without the right to read it, or a key that did not take it in, is told which lead it is and no more. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"] | components["schemas"]["KnownLead"];
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
    takeLeadsInCharge: {
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
                "application/json": components["schemas"]["LeadsToTakeInput"];
            };
        };
        responses: {
            /** @description What became of each lead. Those of other points of sale are not there: `NOT_FOUND`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcome"];
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
    assignLeads: {
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
                "application/json": components["schemas"]["LeadsToAssignInput"];
            };
        };
        responses: {
            /** @description What became of each lead. Those of other points of sale are not there: `NOT_FOUND`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcome"];
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
                    "application/json": components["schemas"]["LeadPage"];
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
                    "application/json": components["schemas"]["LeadPage"];
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
                    "application/json": components["schemas"]["LeadPage"];
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
                    "application/json": components["schemas"]["LeadPage"];
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
                    "application/json": components["schemas"]["LeadPage"];
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
                    "application/json": components["schemas"]["LeadPage"];
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
                    "application/json": components["schemas"]["LeadPage"];
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
    countLeads: {
        parameters: {
            query?: {
                pointOfSaleId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers, of one instant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadCounts"];
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
    exportLeads: {
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
                /** @description These leads, up to 200, and no others; filters are not looked at, and the newest comes first */
                id?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example Code;Créé le;Reçu le;Point de vente;Type;Source;…
                     *     L-2026-000042;20/11/2026 11:10;20/11/2026 11:10;Relance Lyon Est;VO;LeBonCoin;…
                     */
                    "text/csv": string;
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
                    "application/json": components["schemas"]["LeadPage"];
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
                /** @description Only these; repeat it for several */
                kind?: ("RECEIPT" | "ACTION" | "REMARK" | "PAUSE" | "RESUMPTION" | "REMINDER" | "OVERDUE" | "SETTINGS")[];
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
    listLeadViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadViews"];
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
    createLeadView: {
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
                "application/json": components["schemas"]["NewLeadViewInput"];
            };
        };
        responses: {
            /** @description The view; it stands last. */
            201: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadView"];
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
    saveLeadView: {
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
                "application/json": components["schemas"]["LeadViewEditInput"];
            };
        };
        responses: {
            /** @description The view as it is now. */
            200: {
                headers: {
                    /** @description Send it as `If-Match` to edit. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadView"];
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
    deleteLeadView: {
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
            /** @description It is gone. */
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
    addRemark: {
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
                "application/json": components["schemas"]["NewRemarkInput"];
            };
        };
        responses: {
            /** @description It is written. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remark"];
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
    editContact: {
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
                "application/json": components["schemas"]["ContactEditInput"];
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
                    "application/json": components["schemas"]["LeadPage"];
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
    listLeadImports: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["LeadImportList"];
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
    uploadLeadImport: {
        parameters: {
            query: {
                /** @description For rows that name none; needed unless one has only one */
                pointOfSaleId?: string;
                /** @description As people know the file */
                fileName: string & (unknown & unknown);
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
            /** @description The import, not started. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadImportJob"];
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
    getLeadImport: {
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
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadImportJob"];
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
    startLeadImport: {
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
                "application/json": components["schemas"]["LeadImportStartInput"];
            };
        };
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadImportJob"];
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
    cancelLeadImport: {
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
            /** @description The import, ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadImportJob"];
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
    getRejectedLines: {
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
            /** @description The file, streamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
            /** @description The request was refused. */
            410: {
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
    submitLeadForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gives the first answer again; with another body, 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the lead source */
                formToken: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description « Prénom » */
                    firstName?: string | null;
                    /** @description « Nom » */
                    lastName?: string | null;
                    /** @description « E-mail »; this or `phone` is needed */
                    email?: string | null;
                    /** @description « Téléphone », in any way of writing it; this or `email` is needed */
                    phone?: string | null;
                    /** @description « Message » */
                    message?: string | null;
                    /** @description The vehicle asked about, in words */
                    vehicle?: string | null;
                    /** @description A trap for robots: hide it from people. Whoever fills it in is answered as ever and stored nowhere */
                    website?: string | null;
                } | {
                    email: string;
                } | {
                    phone: string;
                };
                "application/json": {
                    /** @description « Prénom » */
                    firstName?: string | null;
                    /** @description « Nom » */
                    lastName?: string | null;
                    /** @description « E-mail »; this or `phone` is needed */
                    email?: string | null;
                    /** @description « Téléphone », in any way of writing it; this or `email` is needed */
                    phone?: string | null;
                    /** @description « Message » */
                    message?: string | null;
                    /** @description The vehicle asked about, in words */
                    vehicle?: string | null;
                    /** @description A trap for robots: hide it from people. Whoever fills it in is answered as ever and stored nowhere */
                    website?: string | null;
                } | {
                    email: string;
                } | {
                    phone: string;
                };
            };
        };
        responses: {
            /** @description Form: a page that says thank you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description JSON: it has arrived. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadFormReceived"];
                    "text/html": components["schemas"]["LeadFormReceived"];
                };
            };
            /** @description Form: it has arrived; the browser goes on to the thank-you page. */
            303: {
                headers: {
                    Location?: string;
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
                    "text/html": string;
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
                    "text/html": string;
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
                    "text/html": string;
                };
            };
            /** @description The request is understood and makes no sense. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
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
                    "text/html": string;
                };
            };
        };
    };
    sendTestLead: {
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
            /** @description The lead. */
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
    live_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: lead
                     *     data: [{"leadId":"0190a000-0000-7000-8000-000000000001","pointOfSaleId":"01990000-0000-7000-8000-000000000101","event":"lead.assigned","at":"2026-11-20T10:00:00.000Z"}]
                     */
                    "text/event-stream": string;
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
