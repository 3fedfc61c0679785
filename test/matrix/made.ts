/** One request of a route, made for one person: the path with its ids, and a body that fits. */
export type Made = { method: string; path: string; body?: unknown; form?: Record<string, string> };
