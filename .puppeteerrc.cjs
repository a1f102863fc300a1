// Chromium comes from the system (Debian's package or CHROMIUM_PATH), never from a download at install time.
module.exports = { skipDownload: true }
