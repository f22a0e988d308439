/**
 * Chat templates, rendered byte for byte as transformers renders them, and where in the text the
 * assistant's responses are. {@link org.rsrkernel.student.template.ChatTemplate} is the way in; the
 * packages below are its parts: {@code syntax} reads a template, {@code evaluation} runs it, with
 * Python's values ({@code value}) and the functions that templates call ({@code library}).
 */
package org.rsrkernel.student.template;
