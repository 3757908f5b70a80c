/**
 * Passwords. {@link dev.taskstore.passwords.PasswordHasher} hashes and verifies them; {@link
 * dev.taskstore.passwords.PasswordAuthenticator} signs users in and replaces outdated hashes.
 */
@NullMarked
package dev.taskstore.passwords;

import org.jspecify.annotations.NullMarked;
