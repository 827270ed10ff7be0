/** The relying party's half of OpenID4VP 1.0: ask for single attributes of the card on an iPhone, and verify what comes back. */
export { type VerifiedPresentation, verifyPresentation } from './answer.ts'
export {
  PresentationError,
  type PresentationErrorCode,
  type PresentationNext,
  presentationErrors,
} from './errors.ts'
export {
  createPresentationRequest,
  type KeptRequest,
  type PresentationAsker,
  type WantedElement,
  wantedAge,
  wantedNameAndAddress,
} from './request.ts'
export { presentationWords } from './words.ts'
