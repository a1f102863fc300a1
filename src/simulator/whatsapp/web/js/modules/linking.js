import { Cmd, Conn, Socket } from '../connection.js'
import { call } from '../server.js'

/** Keys of this load of the page; they stand in the QR code and protect nothing here. */
const newKey = () => crypto.getRandomValues(new Uint8Array(32))
const identityKeyPair = { pubKey: newKey() }
const staticKeyPair = { pubKey: newKey() }
const advSecret = newKey()

/** @param {Uint8Array} bytes */
const encodeB64 = bytes => btoa(String.fromCharCode(...bytes))

const refreshQR = () => call('refreshRef', {})

export const linking = {
  WAWebSocketModel: {
    Socket,
  },
  WAWebConnModel: { Conn },
  WAWebCmd: { Cmd },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {
    setPairingType: () => undefined,
    initializeAltDeviceLinking: async () => undefined,
    initializeQRLinking: async () => undefined,
    startAltLinkingFlow: async (/** @type {string} */ phone) => (await call('pairingCode', { phone })).code,
  },
  WAWebLaunchSocketUtils: { refreshQR },
  WABase64: { encodeB64 },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair }) } },
  WAWebSignalStoreApi: { waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair }) } },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => encodeB64(advSecret) },
  WAWebMiscBrowserUtils: { info: () => ({ os: 'Linux', name: 'Chrome' }) },
}
