/** What all pages share: navigation, time zone, messages, errors. */
@NullMarked
package dev.taskstore.examples.web.page;

import org.jspecify.annotations.NullMarked;
