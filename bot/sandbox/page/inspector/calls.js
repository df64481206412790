/** The control calls of the inspector: the log of the wire, and the tools. */
import { call } from "../api.js";

const part = encodeURIComponent;

export const readDeliveries = (limit) => call("GET", `deliveries?limit=${limit}`);
export const readCalls = (limit) => call("GET", `calls?limit=${limit}`);
export const readConnections = (limit) => call("GET", `connections?limit=${limit}`);
export const redeliver = (id) => call("POST", "redeliver", { id });

export const readFaults = () => call("GET", "faults");
export const setFault = (fault) => call("POST", "faults", fault);
export const removeFault = (id) => call("DELETE", `faults/${part(id)}`);
export const removeFaults = () => call("DELETE", "faults");

export const readSnapshot = () => call("GET", "snapshot");
export const loadSnapshot = (snapshot) => call("PUT", "snapshot", snapshot);
export const disconnect = (reason) => call("POST", "disconnect", { reason });

/** The address of the event stream with what crosses the wire. */
export const wireAddress = () => "/sandbox/stream?wire=1";
