/** Web addresses in a text, as the page marks them. @param {string | undefined} text */
const findLinks = text =>
  [...(text ?? '').matchAll(/https?:\/\/[^\s<>"']+/g)].map(([href]) => ({ href, suspiciousCharacters: new Set() }))

/** Parts of the page that the library touches and that do nothing visible here. */
export const quiet = {
  WALinkify: { findLinks, findLink: (/** @type {string | undefined} */ text) => findLinks(text)[0] },
  // No address can be reached from here: there is never a preview.
  WAWebLinkPreviewChatAction: { getLinkPreview: async () => ({ data: undefined }) },
  WAWebStreamModel: { Stream: { markAvailable: () => undefined, markUnavailable: () => undefined } },
  WAWebPresenceChatAction: {
    sendPresenceAvailable: async () => undefined,
    sendPresenceUnavailable: async () => undefined,
  },
  WAWebChatStateBridge: {
    sendChatStateComposing: async () => undefined,
    sendChatStateRecording: async () => undefined,
    sendChatStatePaused: async () => undefined,
  },
  WAWebSyncGatingUtils: { isPlaceholderMessageResendEnabled: () => false },
  WAWebNonMessageDataRequestPlaceholderMessageResendUtils: { handlePlaceholderMsgsSeen: async () => undefined },
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => 'text' },
}
