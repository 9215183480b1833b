export {
  createClient,
  type CallArguments,
  type CallInput,
  type CallOptions,
  type CallOutput,
  type Client,
  type ClientOptions,
  type Download,
  type FileEndpoint,
} from './client.ts';
export { OfflineError, ProblemError, offlineReasons, type OfflineReason } from './errors.ts';
export {
  connectRealtime,
  linkStates,
  type Link,
  type LinkState,
  type Realtime,
  type RealtimeHandlers,
  type RealtimeOptions,
  type RevokedReason,
} from './realtime.ts';
export type { CallMemory, PlayedCalls } from './call-filter.ts';
export { clockFrom } from './clock.ts';
export { newKey } from './pause.ts';
export { Session, type Exclusive, type OutReason, type SessionOptions, type SessionState } from './session.ts';
