import "server-only";

/** What one answer's browser walls are made from. */
export type Walls = {
  readonly nonce: string;
  /** Host header of the request, for the web sockets of our own origin. */
  readonly host: string;
  readonly isSecure: boolean;
  /** Origin of a media server that is not behind the front; absent for the embedded one. */
  readonly mediaOrigin?: string;
  /** Origin of a realtime service that is not behind the front. */
  readonly realtimeOrigin?: string;
  /** Next's development server needs eval for its source maps. */
  readonly isDevelopment?: boolean;
};

/** The policy by which Next finds the nonce for its own scripts. R15 */
function contentSecurityPolicy(walls: Walls): string {
  const socketOrigin = `${walls.isSecure ? "wss" : "ws"}://${walls.host.replace(/[^\w.:[\]-]/g, "")}`;
  const connect = ["'self'", socketOrigin, walls.mediaOrigin, walls.realtimeOrigin].filter(Boolean).join(" ");
  const evaluation = walls.isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${walls.nonce}' 'strict-dynamic'${evaluation}`,
    // Mantine and FullCalendar set style attributes; styles cannot run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    `connect-src ${connect}`,
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** The headers every answer carries. */
export function securityHeaders(walls: Walls) {
  return {
    "content-security-policy": contentSecurityPolicy(walls),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), geolocation=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(walls.isSecure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
