package dev.taskstore.bench.passwords;

import dev.taskstore.PasswordHash;

/**
 * A hash of the measured password.
 *
 * @param name the algorithm and its cost
 * @param hash the hash
 */
record StoredPassword(String name, PasswordHash hash) {}
