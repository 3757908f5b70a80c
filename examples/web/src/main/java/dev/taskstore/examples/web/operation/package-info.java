/** What proxies and Kubernetes require to start and stop the application. */
@NullMarked
package dev.taskstore.examples.web.operation;

import org.jspecify.annotations.NullMarked;
