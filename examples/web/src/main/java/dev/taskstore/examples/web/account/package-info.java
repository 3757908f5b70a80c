/** Sign-up and the sign-in page. */
@NullMarked
package dev.taskstore.examples.web.account;

import org.jspecify.annotations.NullMarked;
