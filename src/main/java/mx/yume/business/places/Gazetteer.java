package mx.yume.business.places;

/**
 * The 32 states and the larger cities of Mexico. Zones are those of the Ley de los Husos Horarios (DOF, 28 October 2022, article
 * 3 and the border municipalities of article 4) as the IANA time zone database has them (zone1970.tab, 2022f and later).
 *
 * <p>Cities are those of more than about 50,000 people (INEGI, census of 2020), the boroughs of Mexico City, and every
 * municipality whose clock is not its state's.
 */
final class Gazetteer {

    /** State | zone of most of it, in America/ | other ways to write it. */
    static final String STATES = """
            Aguascalientes | Mexico_City | ags
            Baja California | Tijuana | baja california norte, bc, b c, baja
            Baja California Sur | Mazatlan | bcs, b c s, baja sur
            Campeche | Merida | camp
            Chiapas | Mexico_City | chis
            Chihuahua | Chihuahua | chih
            Ciudad de México | Mexico_City | cdmx, df, d f, distrito federal, cd de mexico, mexico df, mexico city, ciudad mexico
            Coahuila | Monterrey | coah, coahuila de zaragoza
            Colima | Mexico_City | col
            Durango | Monterrey | dgo
            Estado de México | Mexico_City | edomex, edo mex, edo de mexico, edo de mex
            Guanajuato | Mexico_City | gto
            Guerrero | Mexico_City | gro
            Hidalgo | Mexico_City | hgo
            Jalisco | Mexico_City | jal
            Michoacán | Mexico_City | mich
            Morelos | Mexico_City | mor
            Nayarit | Mazatlan | nay
            Nuevo León | Monterrey | nl, n l
            Oaxaca | Mexico_City | oax
            Puebla | Mexico_City | pue
            Querétaro | Mexico_City | qro
            Quintana Roo | Cancun | q roo, qroo
            San Luis Potosí | Mexico_City | slp
            Sinaloa | Mazatlan | sin
            Sonora | Hermosillo | son
            Tabasco | Mexico_City | tab
            Tamaulipas | Monterrey | tamps
            Tlaxcala | Mexico_City | tlax
            Veracruz | Mexico_City | ver
            Yucatán | Merida | yuc
            Zacatecas | Mexico_City | zac
            """;

    /** State: city, city = another way to write it, city @ zone of its own in America/. */
    static final String CITIES = """
            Aguascalientes: Aguascalientes, Jesús María, Calvillo, Rincón de Romos
            Baja California: Tijuana = tj, Mexicali, Ensenada, Tecate, Rosarito = playas de rosarito, San Quintín, San Felipe
            Baja California Sur: La Paz, Cabo San Lucas, San José del Cabo, Los Cabos, Loreto, Ciudad Constitución, Guerrero Negro, Santa Rosalía, Todos Santos
            Campeche: Campeche, Ciudad del Carmen, Champotón, Escárcega, Calkiní
            Chiapas: Tuxtla Gutiérrez = tuxtla, Tapachula, San Cristóbal de las Casas = san cristobal, Comitán, Palenque, Chiapa de Corzo, Tonalá, Villaflores, Ocosingo, Cintalapa, Arriaga
            Chihuahua: Chihuahua, Ciudad Juárez = juarez = cd juarez = paso del norte @ Ciudad_Juarez, Delicias, Parral = hidalgo del parral, Cuauhtémoc, Nuevo Casas Grandes = casas grandes, Camargo, Jiménez, Meoqui, Ojinaga @ Ojinaga, Coyame @ Ojinaga, Manuel Benavides @ Ojinaga, Ascensión @ Ciudad_Juarez, Janos @ Ciudad_Juarez, Guadalupe @ Ciudad_Juarez, Práxedis G. Guerrero = praxedis @ Ciudad_Juarez
            Ciudad de México: Ciudad de México, Coyoacán, Iztapalapa, Gustavo A. Madero, Álvaro Obregón, Tlalpan, Benito Juárez, Cuauhtémoc, Azcapotzalco, Iztacalco, Xochimilco, Tláhuac, Miguel Hidalgo, Venustiano Carranza, Magdalena Contreras, Cuajimalpa, Milpa Alta, Polanco, Roma Norte, Condesa, Narvarte
            Coahuila: Saltillo, Torreón, Monclova, Piedras Negras @ Matamoros, Ciudad Acuña = acuña @ Matamoros, Ramos Arizpe, Sabinas, Nueva Rosita, Frontera, San Pedro de las Colonias, Parras, Múzquiz, Matamoros, Francisco I. Madero, Nava @ Matamoros, Allende @ Matamoros, Zaragoza @ Matamoros, Morelos @ Matamoros, Villa Unión @ Matamoros, Jiménez @ Matamoros, Ocampo @ Matamoros, Guerrero @ Matamoros, Hidalgo @ Matamoros
            Colima: Colima, Manzanillo, Tecomán, Villa de Álvarez, Armería
            Durango: Durango, Gómez Palacio, Lerdo, Santiago Papasquiaro, El Salto
            Estado de México: Toluca, Ecatepec, Nezahualcóyotl = neza = ciudad neza, Naucalpan, Tlalnepantla, Chimalhuacán, Cuautitlán Izcalli, Cuautitlán, Atizapán, Tultitlán, Ixtapaluca, Tecámac, Metepec, Texcoco, Huixquilucan, Coacalco, Chalco, Valle de Chalco, Nicolás Romero, Los Reyes La Paz, Lerma, Zumpango, Tepotzotlán, Atlacomulco, Valle de Bravo, Ixtlahuaca, Zinacantepec, Interlomas, Satélite = ciudad satelite
            Guanajuato: León, Irapuato, Celaya, Salamanca, Silao, Guanajuato, San Miguel de Allende, Dolores Hidalgo, Pénjamo, Valle de Santiago, San Francisco del Rincón, Purísima del Rincón, Acámbaro, Moroleón, Uriangato, Cortazar, San Luis de la Paz, Abasolo, Salvatierra
            Guerrero: Acapulco, Chilpancingo, Iguala, Zihuatanejo = ixtapa = ixtapa zihuatanejo, Taxco, Tlapa, Chilapa, Ometepec, Petatlán, Atoyac
            Hidalgo: Pachuca, Tulancingo, Tizayuca, Tula, Huejutla, Ixmiquilpan, Actopan, Tepeji, Mineral de la Reforma, Ciudad Sahagún, Apan
            Jalisco: Guadalajara = gdl, Zapopan, Tlaquepaque = san pedro tlaquepaque, Tonalá, Tlajomulco, Puerto Vallarta = vallarta, El Salto, Lagos de Moreno, Tepatitlán, Ciudad Guzmán = zapotlan el grande, Ocotlán, Arandas, Autlán, Chapala, Ajijic, Ameca, Tala, San Juan de los Lagos, Atotonilco, La Barca
            Michoacán: Morelia, Uruapan, Zamora, Lázaro Cárdenas, Apatzingán, La Piedad, Zitácuaro, Pátzcuaro, Sahuayo, Ciudad Hidalgo, Zacapu, Maravatío, Jacona, Los Reyes, Tarímbaro
            Morelos: Cuernavaca, Jiutepec, Cuautla, Temixco, Yautepec, Jojutla, Emiliano Zapata, Tepoztlán, Xochitepec, Zacatepec, Ayala
            Nayarit: Tepic, Bahía de Banderas @ Bahia_Banderas, Nuevo Vallarta = nuevo nayarit @ Bahia_Banderas, Bucerías @ Bahia_Banderas, Sayulita @ Bahia_Banderas, San Pancho @ Bahia_Banderas, Xalisco, Santiago Ixcuintla, Compostela, Tecuala, Acaponeta, Ixtlán del Río
            Nuevo León: Monterrey = mty, Guadalupe, San Nicolás de los Garza = san nicolas, Apodaca, Santa Catarina, Escobedo = general escobedo, San Pedro Garza García, García, Juárez, Cadereyta, Linares, Montemorelos, Santiago, Sabinas Hidalgo, Allende, Anáhuac @ Matamoros, El Carmen, Salinas Victoria, Pesquería
            Oaxaca: Oaxaca = oaxaca de juarez, Salina Cruz, Juchitán, Tuxtepec, Huajuapan, Puerto Escondido, Huatulco, Tehuantepec, Pinotepa Nacional, Matías Romero, Miahuatlán, Santa Cruz Xoxocotlán = xoxocotlan
            Puebla: Puebla, Cholula = san andres cholula = san pedro cholula, Tehuacán, Atlixco, San Martín Texmelucan, Teziutlán, Huauchinango, Amozoc, Cuautlancingo, Zacatlán, Izúcar de Matamoros, Tepeaca, Xicotepec
            Querétaro: Querétaro = santiago de queretaro, San Juan del Río, Corregidora, El Marqués, Tequisquiapan, Juriquilla
            Quintana Roo: Cancún, Playa del Carmen, Chetumal, Cozumel, Tulum, Isla Mujeres, Puerto Morelos, Felipe Carrillo Puerto, Bacalar, Solidaridad
            San Luis Potosí: San Luis Potosí = san luis, Soledad de Graciano Sánchez, Ciudad Valles, Matehuala, Rioverde, Tamazunchale
            Sinaloa: Culiacán, Mazatlán, Los Mochis, Guasave, Guamúchil, Navolato, Escuinapa, El Fuerte
            Sonora: Hermosillo, Ciudad Obregón = obregon = cd obregon, Nogales, San Luis Río Colorado, Navojoa, Guaymas, Agua Prieta, Caborca, Puerto Peñasco, Cananea, Huatabampo, Empalme, San Carlos
            Tabasco: Villahermosa, Cárdenas, Comalcalco, Huimanguillo, Macuspana, Paraíso, Tenosique, Cunduacán, Jalpa de Méndez, Teapa
            Tamaulipas: Reynosa @ Matamoros, Matamoros @ Matamoros, Nuevo Laredo @ Matamoros, Tampico, Ciudad Victoria = cd victoria, Ciudad Madero = cd madero, Altamira, Ciudad Mante = mante, Río Bravo @ Matamoros, Valle Hermoso @ Matamoros, San Fernando, Miguel Alemán @ Matamoros, Camargo @ Matamoros, Gustavo Díaz Ordaz @ Matamoros, Mier @ Matamoros, Guerrero @ Matamoros
            Tlaxcala: Tlaxcala, Apizaco, Huamantla, Chiautempan, Calpulalpan, Zacatelco
            Veracruz: Veracruz, Xalapa = jalapa, Coatzacoalcos, Poza Rica, Córdoba, Boca del Río, Minatitlán, Orizaba, Tuxpan, Papantla, Martínez de la Torre, Coatepec, San Andrés Tuxtla, Acayucan, Tierra Blanca, Pánuco, Agua Dulce, Tantoyuca, Cosoleacaque
            Yucatán: Mérida, Valladolid, Tizimín, Progreso, Kanasín, Ticul, Umán, Motul, Tekax, Izamal
            Zacatecas: Zacatecas, Fresnillo, Guadalupe, Jerez, Río Grande, Calera, Sombrerete, Jalpa
            """;

    private Gazetteer() {}
}
