package dev.taskstore.examples.chatbot.mcp;

import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What the server offers, independent of the transport.
 *
 * @param definition what a client lists
 * @param handler what a user's request does
 */
record Feature<D, Q, R>(D definition, BiFunction<UUID, Q, R> handler) {}
