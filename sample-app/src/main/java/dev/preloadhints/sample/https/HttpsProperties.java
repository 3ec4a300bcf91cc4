/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.preloadhints.sample.https;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The shop's HTTPS, beside its HTTP.
 *
 * @param enabled whether there is any
 * @param port the port; a random one if that of HTTP is random too
 * @param directory where the certificate authority and its keys are kept, made if it is
 * not there
 */
@ConfigurationProperties("bookshop.https")
public record HttpsProperties(boolean enabled, int port, Path directory) {
}
