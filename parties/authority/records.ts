/** Everything the authority's procedures work with, made once at the start; each procedure names the parts it needs, and gets no more. */
import type { IssueNeeds } from './applications/issue.ts'
import type { ApplicationNeeds } from './applications/routes.ts'
import type { AttributeNeeds } from './attributes/routes.ts'
import type { CounterNeeds } from './counter/routes.ts'
import type { CredentialNeeds } from './credentials/routes.ts'
import type { SuspensionNeeds } from './hotline/suspend.ts'
import type { PusherNeeds } from './notices/push/pusher.ts'
import type { PushNeeds } from './notices/push/routes.ts'
import type { NoticeNeeds } from './notices/routes.ts'
import type { Published } from './repository/published.ts'
import type { ClockNeeds, TokenNeeds } from './sandbox/routes.ts'

/** Of the routes. */
type Asked = ApplicationNeeds &
  CredentialNeeds &
  AttributeNeeds &
  NoticeNeeds &
  PushNeeds &
  CounterNeeds &
  SuspensionNeeds &
  Published &
  ClockNeeds &
  TokenNeeds

/** Of the workers: issuing and pushing. */
type Worked = IssueNeeds & PusherNeeds

export type Records = Asked & Worked
