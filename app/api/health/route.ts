import { healthResponse } from "#lib/door/health";

export const dynamic = "force-dynamic";

export const GET = healthResponse;
