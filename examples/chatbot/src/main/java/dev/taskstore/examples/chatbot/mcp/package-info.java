/** The server: tools, resources and prompts in the terms of the Model Context Protocol. */
package dev.taskstore.examples.chatbot.mcp;
