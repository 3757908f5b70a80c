/** Sign-in, sessions, headers, and the scope of a request. */
@NullMarked
package dev.taskstore.examples.web.security;

import org.jspecify.annotations.NullMarked;
